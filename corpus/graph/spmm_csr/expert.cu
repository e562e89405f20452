// Sparse matrix times dense matrix, tuned by hand: out[row] = the sum of value[e] * features[column[e]] over the row's edges.
//
// A thread has four columns of one row, so that a warp works on several narrow rows at once and needs no shuffles. Edges are read in
// rounds: all indices and weights of a round, then all its features. The last round repeats the last edge with a weight of zero: most
// rows are short, and a rest that is read edge by edge would be most of them.

#include "warpsmith.cuh"

// Neighbours in flight, a thread.
#define ROUND 4

extern "C" __global__ void spmm_csr(const int *__restrict__ start, const int *__restrict__ column,
                                    const float *__restrict__ value, const float *__restrict__ features,
                                    float *__restrict__ out, int nodes, int dim) {
  const int row = blockIdx.x * blockDim.y + threadIdx.y;
  if (row >= nodes)
    return;

  const unsigned vectors = dim / 4;
  const int first = start[row];
  const int last = start[row + 1];
#pragma unroll 1
  for (unsigned vector = threadIdx.x; vector < vectors; vector += blockDim.x) {
    const float4 *own = (const float4 *)features + vector;
    float4 sum = 0.0f;
    int e = first;
#pragma unroll 1
    for (; e + ROUND <= last; e += ROUND) {
      float4 feature[ROUND];
      float weight[ROUND];
#pragma unroll
      for (int r = 0; r < ROUND; ++r) {
        feature[r] = own[(long)column[e + r] * vectors];
        weight[r] = value[e + r];
      }
#pragma unroll
      for (int r = 0; r < ROUND; ++r)
        sum += weight[r] * feature[r];
    }
    if (e < last) {
      float4 feature[ROUND - 1];
      float weight[ROUND - 1];
#pragma unroll
      for (int r = 0; r < ROUND - 1; ++r) {
        const int edge = min(e + r, last - 1);
        feature[r] = own[(long)column[edge] * vectors];
        weight[r] = e + r < last ? value[edge] : 0.0f;
      }
#pragma unroll
      for (int r = 0; r < ROUND - 1; ++r)
        sum += weight[r] * feature[r];
    }
    ((float4 *)out)[(long)row * vectors + vector] = sum;
  }
}
