"""What is done beside comes back, errors too, from any process and however much there is of it."""

import os
import threading

import pytest

from worldgen.memory.beside import THREADS, beside


def test_another_thread_does_it() -> None:
    """Or nothing would be won."""
    assert beside(threading.get_ident).result() != threading.get_ident()


def test_more_than_there_are_threads_is_done_all_the_same() -> None:
    """Many sessions may share one process."""
    assert [done.result() for done in [beside(pow, 2, n) for n in range(9 * THREADS)]] == [
        2**n for n in range(9 * THREADS)
    ]


def test_an_error_is_raised_where_the_result_is_asked_for() -> None:
    """An error in a second thread must not be lost."""
    with pytest.raises(ZeroDivisionError):
        beside(divmod, 1, 0).result()


def test_a_forked_process_has_threads_of_its_own() -> None:
    """Its parent's are not there, and waiting for one would never end."""
    beside(int).result()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(write, bytes([beside(pow, 3, 4).result(timeout=20)]))
        os._exit(0)
    os.close(write)
    assert os.read(read, 1) == bytes([81])
    os.waitpid(child, 0)
