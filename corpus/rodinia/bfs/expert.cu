// Breadth-first search, tuned by hand.
//
// A warp looks at the frontier in its 32 nodes and goes along the edges of each that is in it together, so that those of a hub are read in
// order by all lanes; nodes with few edges are left to their lanes. Marks of four nodes come in one load.

#include "warpsmith.cuh"

// Edges from which on a warp takes a node together.
#define MANY 16

extern "C" __global__ void bfs_start(int *__restrict__ level, int *__restrict__ frontier, int *__restrict__ visited, int *__restrict__ reached,
                                     int nodes, int root) {
  const int node = blockIdx.x * blockDim.x + threadIdx.x;
  if (node >= nodes)
    return;
  level[node] = node == root ? 0 : -1;
  frontier[node] = node == root;
  visited[node] = node == root;
  reached[node] = 0;
}

extern "C" __global__ void bfs_expand(const int *__restrict__ start, const int *__restrict__ column, int *__restrict__ level,
                                      int *__restrict__ frontier, const int *__restrict__ visited, int *__restrict__ reached, int nodes,
                                      int hop) {
  const int node = blockIdx.x * blockDim.x + threadIdx.x;
  const int lane = threadIdx.x % warpSize;
  int first = 0;
  int last = 0;
  if (node < nodes && frontier[node]) {
    frontier[node] = 0;
    first = start[node];
    last = start[node + 1];
  }
  unsigned hubs = __ballot_sync(0xffffffffu, last - first >= MANY);
  while (hubs != 0) {
    const int of = __ffs(hubs) - 1;
    hubs &= hubs - 1;
    const int from = __shfl_sync(0xffffffffu, first, of);
    const int to = __shfl_sync(0xffffffffu, last, of);
    for (int edge = from + lane; edge < to; edge += warpSize) {
      const int other = column[edge];
      if (!visited[other]) {
        level[other] = hop + 1;
        reached[other] = 1;
      }
    }
  }
  if (last - first < MANY) {
    for (int edge = first; edge < last; ++edge) {
      const int other = column[edge];
      if (!visited[other]) {
        level[other] = hop + 1;
        reached[other] = 1;
      }
    }
  }
}

WARPSMITH_FN void commit(int *__restrict__ frontier, int *__restrict__ visited, int *__restrict__ reached, int *__restrict__ again, int node) {
  reached[node] = 0;
  frontier[node] = 1;
  visited[node] = 1;
  *again = 1;
}

extern "C" __global__ void bfs_commit(int *__restrict__ frontier, int *__restrict__ visited, int *__restrict__ reached, int *__restrict__ again,
                                      int nodes) {
  const int node = (blockIdx.x * blockDim.x + threadIdx.x) * 4;
  if (node + 4 <= nodes) {
    const int4 four = *(const int4 *)(reached + node);
    if (four.x)
      commit(frontier, visited, reached, again, node);
    if (four.y)
      commit(frontier, visited, reached, again, node + 1);
    if (four.z)
      commit(frontier, visited, reached, again, node + 2);
    if (four.w)
      commit(frontier, visited, reached, again, node + 3);
  } else {
    for (int i = node; i < nodes; ++i) {
      if (reached[i])
        commit(frontier, visited, reached, again, i);
    }
  }
}
