import runpy

print(sorted(runpy.run_path("script.py", run_name="__main__"))[-1])
runpy.run_module("script", run_name="other")
