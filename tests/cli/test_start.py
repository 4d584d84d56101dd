"""The process around a command ends in plain words, whatever becomes of its surroundings."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    "line", ["--help", "names compare Ana Anna", "names compare Ana Anna --json", "no-such --json"]
)
def test_a_closed_output_ends_without_a_traceback(line):
    command = Path(sys.executable).with_name("headwater")
    done = subprocess.run(
        ["/bin/sh", "-c", f"{command} {line} >&-"], capture_output=True, text=True, timeout=600
    )
    assert "Traceback" not in done.stderr
    assert done.returncode == (2 if "no-such" in line else 0)


def test_an_interrupt_while_the_program_is_loaded_ends_quietly():
    interrupted = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == 'headwater.cli.program': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from headwater.cli import main\n"
        "main(['methods'])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", interrupted], capture_output=True, text=True, timeout=600
    )
    assert (done.returncode, done.stderr) == (2, "")
