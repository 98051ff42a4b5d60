False
True
