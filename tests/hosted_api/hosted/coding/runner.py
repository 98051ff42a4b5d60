import json
import pathlib
import subprocess
import sys
import time
import uuid

_CHILD = pathlib.Path(__file__).with_name("child.py")


def run(code: str, tests: list | None = None, seconds: int = 5) -> dict:
    """The platform's "runner result"; tests are {name, input, expected}. success:false only when the program could not be finished."""
    started = time.perf_counter()
    job = json.dumps({"code": code, "tests": tests or [], "seconds": seconds})
    try:
        done = subprocess.run([sys.executable, "-I", "-S", str(_CHILD)], input=job, capture_output=True, text=True, timeout=seconds + 1, check=False)
        result = json.loads(done.stdout) if done.stdout.strip() else None
    except subprocess.TimeoutExpired:
        result = None
    except ValueError:
        result = {"success": False, "error": "The runner's answer was not understood", "error_type": "system"}
    if result is None:
        result = {"success": False, "error": f"Execution timed out after {seconds} seconds", "error_type": "timeout"}
    return result | {"execution_id": str(uuid.uuid4()), "total_execution_time": time.perf_counter() - started, "from_cache": False}
