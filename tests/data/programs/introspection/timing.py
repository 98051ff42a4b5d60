import cProfile
import io
import pstats
import timeit


def work():
    return sum(range(100))


print(timeit.timeit(work, number=10) > 0)
profile = cProfile.Profile()
profile.runcall(work)
out = io.StringIO()
pstats.Stats(profile, stream=out).print_stats()
print("function calls" in out.getvalue(), "work" in out.getvalue())
