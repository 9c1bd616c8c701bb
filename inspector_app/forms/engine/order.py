"""Strongly connected components in topological order (Tarjan, without recursion: forms hold thousands of
units).
"""

from __future__ import annotations


def components(edges: dict[int, list[int]]) -> list[list[int]]:
    """Groups of nodes that reach each other; a group comes before all groups its edges lead to."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[int] = []
    on_stack: set[int] = set()
    found: list[list[int]] = []
    for start in reversed(sorted(edges)):
        if start in index:
            continue
        work: list[tuple[int, int]] = [(start, 0)]
        while work:
            node, step = work.pop()
            if step == 0:
                index[node] = low[node] = len(index)
                stack.append(node)
                on_stack.add(node)
            followers = edges[node]
            while step < len(followers):
                follower = followers[step]
                step += 1
                if follower not in index:
                    work.append((node, step))
                    work.append((follower, 0))
                    break
                if follower in on_stack:
                    low[node] = min(low[node], index[follower])
            else:
                _close(node, index, low, stack, on_stack, found)
                if work:
                    parent = work[-1][0]
                    low[parent] = min(low[parent], low[node])
    return found[::-1]


def _close(
    node: int,
    index: dict[int, int],
    low: dict[int, int],
    stack: list[int],
    on_stack: set[int],
    found: list[list[int]],
) -> None:
    if low[node] != index[node]:
        return
    group: list[int] = []
    while True:
        member = stack.pop()
        on_stack.discard(member)
        group.append(member)
        if member == node:
            break
    found.append(group)
