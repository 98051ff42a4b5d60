# Nor may it get in the way of what shows errors.
import traceback

traceback.hello()
1 / 0
