quit("told by quit")
