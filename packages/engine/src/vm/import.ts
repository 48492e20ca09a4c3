/** (the lead is writing this file right now) */
