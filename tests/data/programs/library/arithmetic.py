import decimal
import fractions
import math
import statistics

print(0.1 + 0.2, decimal.Decimal("0.1") + decimal.Decimal("0.2"), fractions.Fraction(1, 3) + fractions.Fraction(1, 6))
print(math.isclose(0.1 + 0.2, 0.3), math.comb(10, 3), math.gcd(12, 18), math.inf, -math.nan)
print(statistics.mean([1, 2, 4]), statistics.stdev([1, 2, 4]), round(2.5), round(-0.5), 7 // -2, 7 % -2, 2**100)
print(f"{1234567.891:,.2f} {0.5:%} {255:#x} {'x':>5}|{'y':^5}|", complex(1, 2) ** 2, int("ff", 16), bin(10))
