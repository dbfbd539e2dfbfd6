"""Threads that wait do so asleep; imported before torch, which reads this when it is loaded.

Threads that spin while they wait take a busy machine's cores from those that they wait for: a test
of four seconds took three minutes.
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "passive")
