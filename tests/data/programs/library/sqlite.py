import sqlite3

connection = sqlite3.connect("shop.db")
with connection:
    connection.execute("create table items (name text, price real)")
    connection.executemany("insert into items values (?, ?)", [("tea", 2.5), ("cake", 4)])
print(connection.execute("select name, price * 2 from items order by price").fetchall())
try:
    connection.execute("select nothing from items")
except sqlite3.OperationalError as error:
    print(error)
connection.close()
print(sqlite3.connect(":memory:").execute("select 1").fetchone())
