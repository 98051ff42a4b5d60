print("after a mark", __doc__)
