// SparseLengthsSum, tuned by hand: out[bag] = the sum of the table rows index[start[bag]] .. index[start[bag + 1] - 1].
//
// One warp a bag. A row is read in vectors of four floats by as many lanes as it has, rounded up to a power of two, so that a
// warp reads several narrow rows at once; the lanes' sums meet in shuffles. The indices of a round are read before any of its
// rows: that many rows are in flight.

#include "../gather.cuh"

extern "C" __global__ void sls_f32(const float *__restrict__ table, const int *__restrict__ index,
                                   const int *__restrict__ start, float *__restrict__ out, int dim) {
  const int bag = blockIdx.x;
  const int columns = dim / 4;
  int lanes = 1;
  while (lanes < columns && lanes < warpSize)
    lanes *= 2;
  const int group = threadIdx.x / lanes;
  const int groups = warpSize / lanes;
  const int first = start[bag] + group;
  const int last = start[bag + 1];

  for (int column = threadIdx.x % lanes; column < columns + lanes - 1 - (columns - 1) % lanes; column += lanes) {
    // Lanes past the end of a row read its last column, so that all take part in the shuffles.
    const int read = min(column, columns - 1);
    float4 sum = column_sum((const float4 *)table + read, index, first, last, groups, columns);
    for (int away = lanes; away < warpSize; away *= 2) {
      sum.x += __shfl_xor_sync(0xffffffffu, sum.x, away);
      sum.y += __shfl_xor_sync(0xffffffffu, sum.y, away);
      sum.z += __shfl_xor_sync(0xffffffffu, sum.z, away);
      sum.w += __shfl_xor_sync(0xffffffffu, sum.w, away);
    }
    if (group == 0 && column < columns)
      ((float4 *)out)[(long)bag * columns + column] = sum;
  }
}
