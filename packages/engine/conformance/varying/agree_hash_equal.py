print(hash("memory") == hash("mem" + "ory"))
