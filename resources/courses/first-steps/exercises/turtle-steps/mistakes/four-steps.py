import turtle

for step in range(4):
    turtle.forward(30)
    turtle.left(90)
    turtle.forward(30)
    turtle.right(90)
