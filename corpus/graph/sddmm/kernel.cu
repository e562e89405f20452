// Sampled dense-dense matrix product: out[e] = <left[source[e]], right[target[e]]> for each edge of a graph.
//
// One thread an edge.

#include "warpsmith.cuh"

extern "C" __global__ void sddmm(const int *source, const int *target, const float *left, const float *right,
                                 float *out, int edges, int dim) {
  const int edge = blockIdx.x * blockDim.x + threadIdx.x;
  if (edge >= edges)
    return;

  const long from = source[edge];
  const long to = target[edge];
  float sum = 0.0f;
  for (int i = 0; i < dim; ++i)
    sum += left[from * dim + i] * right[to * dim + i];
  out[edge] = sum;
}
