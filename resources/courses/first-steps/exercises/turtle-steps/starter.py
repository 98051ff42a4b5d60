import turtle

for step in range(5):
    turtle.forward(30)
