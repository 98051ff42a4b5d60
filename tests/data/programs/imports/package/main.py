import shapes
import shapes.round.circle as circle
from shapes import square

print(shapes.__path__[0].rpartition("/")[2], shapes.__package__, circle.__package__, square.area(3), circle.area(1))
