// Breadth-first search: how many edges each node is away from a root, one hop from all nodes of the frontier at a time.
//
// Two kernels a hop, so that no node is read and written at once: the first goes along the edges of the frontier and marks what it reaches for
// the first time, the second makes the marked nodes the next frontier.

#include "warpsmith.cuh"

extern "C" __global__ void bfs_start(int *level, int *frontier, int *visited, int *reached, int nodes, int root) {
  const int node = blockIdx.x * blockDim.x + threadIdx.x;
  if (node >= nodes)
    return;
  level[node] = node == root ? 0 : -1;
  frontier[node] = node == root;
  visited[node] = node == root;
  reached[node] = 0;
}

extern "C" __global__ void bfs_expand(const int *start, const int *column, int *level, int *frontier, const int *visited, int *reached,
                                      int nodes, int hop) {
  const int node = blockIdx.x * blockDim.x + threadIdx.x;
  if (node >= nodes || !frontier[node])
    return;
  frontier[node] = 0;
  for (int edge = start[node]; edge < start[node + 1]; ++edge) {
    const int to = column[edge];
    if (!visited[to]) {
      level[to] = hop + 1;
      reached[to] = 1;
    }
  }
}

extern "C" __global__ void bfs_commit(int *frontier, int *visited, int *reached, int *again, int nodes) {
  const int node = blockIdx.x * blockDim.x + threadIdx.x;
  if (node >= nodes || !reached[node])
    return;
  reached[node] = 0;
  frontier[node] = 1;
  visited[node] = 1;
  *again = 1;
}
