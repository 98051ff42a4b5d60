import turtle

for side in range(3):
    turtle.forward(100)
    turtle.left(90)
