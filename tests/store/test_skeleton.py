from werkzaam.store.check import check
from werkzaam.store.schema import schema
from werkzaam.store import queue
from tests.store.world import build, TOWN
import time


def test_it(database):
    t = time.time()
    build(database)
    print(time.time() - t)
    for table in schema().tables:
        n = database.value(f"SELECT count(*) FROM {table.name}")
        print(table.name, n)
        assert n
    for x in queue.queue(database, TOWN):
        print(x)
