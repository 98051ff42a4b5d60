True
True
