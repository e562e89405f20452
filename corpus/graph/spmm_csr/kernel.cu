// Sparse matrix times dense matrix: out[row] = the sum of value[e] * features[column[e]] over the edges start[row] .. start[row + 1] - 1.
//
// A thread has one row and one column of the features, or every blockDim.x-th of them when the features are wider than a block.

#include "warpsmith.cuh"

extern "C" __global__ void spmm_csr(const int *start, const int *column, const float *value, const float *features,
                                    float *out, int nodes, int dim) {
  const int row = blockIdx.x * blockDim.y + threadIdx.y;
  if (row >= nodes)
    return;

  for (int col = threadIdx.x; col < dim; col += blockDim.x) {
    float sum = 0.0f;
    for (int e = start[row]; e < start[row + 1]; ++e)
      sum += value[e] * features[(long)column[e] * dim + col];
    out[(long)row * dim + col] = sum;
  }
}
