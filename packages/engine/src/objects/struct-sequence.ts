/** (being written by the lead right now; D1: please take typeobject, super, instance, bootstrap and runtime instead) */
