// Neighbour sums in several snapshots of a graph that changes little: out[v][t] = the sum of features[u][t] over the neighbours u of v
// in snapshot t. What all snapshots have in common is one list of edges; what each has besides, another.
//
//   start, column              rows of the common edges
//   more_start, more_column    rows of snapshot t's own edges: more_start[t * nodes + v] .. more_start[t * nodes + v + 1] - 1
//   features, out              [nodes][snapshots][dim]

#include "warpsmith.cuh"

WARPSMITH_FN float sum_of(const float *features, const int *column, int first, int last, int width, int at) {
  float sum = 0.0f;
  for (int e = first; e < last; ++e)
    sum += features[(long)column[e] * width + at];
  return sum;
}

// One snapshot a layer of the grid; a thread has one node and one of its columns.
extern "C" __global__ void multi_snapshot(const int *start, const int *column, const int *more_start,
                                          const int *more_column, const float *features, float *out, int nodes,
                                          int dim) {
  const int snapshot = blockIdx.y;
  const int width = gridDim.y * dim;
  const int node = blockIdx.x * blockDim.y + threadIdx.y;
  if (node >= nodes)
    return;

  const int own = snapshot * nodes + node;
  for (int col = threadIdx.x; col < dim; col += blockDim.x) {
    const int at = snapshot * dim + col;
    const float common = sum_of(features, column, start[node], start[node + 1], width, at);
    const float more = sum_of(features, more_column, more_start[own], more_start[own + 1], width, at);
    out[(long)node * width + at] = common + more;
  }
}
