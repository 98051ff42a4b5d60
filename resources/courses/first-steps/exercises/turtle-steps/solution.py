import turtle

for step in range(5):
    turtle.forward(30)
    turtle.left(90)
    turtle.forward(30)
    turtle.right(90)
