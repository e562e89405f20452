// Neighbour sums in several snapshots of a graph that changes little, tuned by hand; buffers are laid out as in kernel.cu.
//
// A warp, or a part of one, has a node in all its snapshots: the features of a neighbour in all of them are one row, and the common
// edges are read once. A thread has four columns of one snapshot; own edges are read by the threads of their snapshot.

#include "warpsmith.cuh"

// Neighbours in flight, a thread.
#define ROUND 4

// Adds four columns of the rows that column[first] .. column[last - 1] name.
WARPSMITH_FN void add_rows(float4 &sum, const float4 *features, const int *column, int first, int last,
                           unsigned vectors) {
  int e = first;
#pragma unroll 1
  for (; e + ROUND <= last; e += ROUND) {
    float4 feature[ROUND];
#pragma unroll
    for (int r = 0; r < ROUND; ++r)
      feature[r] = features[(long)column[e + r] * vectors];
#pragma unroll
    for (int r = 0; r < ROUND; ++r)
      sum += feature[r];
  }
#pragma unroll 1
  for (; e < last; ++e)
    sum += features[(long)column[e] * vectors];
}

extern "C" __global__ void multi_snapshot(const int *__restrict__ start, const int *__restrict__ column,
                                          const int *__restrict__ more_start, const int *__restrict__ more_column,
                                          const float *__restrict__ features, float *__restrict__ out, int nodes,
                                          int dim) {
  const int node = blockIdx.x * blockDim.y + threadIdx.y;
  if (node >= nodes)
    return;

  const unsigned snapshot_vectors = dim / 4;
  const unsigned vectors = blockDim.x;
  const unsigned vector = threadIdx.x;
  const int own = vector / snapshot_vectors * nodes + node;
  const int first = start[node], last = start[node + 1];
  const int more_first = more_start[own], more_last = more_start[own + 1];

  float4 sum = 0.0f;
  add_rows(sum, (const float4 *)features + vector, column, first, last, vectors);
  add_rows(sum, (const float4 *)features + vector, more_column, more_first, more_last, vectors);
  ((float4 *)out)[(long)node * vectors + vector] = sum;
}
