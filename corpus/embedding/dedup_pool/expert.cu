// SparseLengthsSum of a batch whose samples share bags, tuned by hand: out[sample] = the sum of the table rows of bag inverse[sample].
//
// One warp a bag: it is summed once, as in embedding/sls_f32, and then stored for each of its samples. All lanes look for them together,
// 32 at once; as many samples are stored at once as rows fit into a warp.

#include "../gather.cuh"

extern "C" __global__ void dedup_pool(const float *__restrict__ table, const int *__restrict__ index,
                                      const int *__restrict__ start, const int *__restrict__ inverse,
                                      float *__restrict__ out, int samples, int dim) {
  const int bag = blockIdx.x;
  const int columns = dim / 4;
  int lanes = 1;
  while (lanes < columns && lanes < warpSize)
    lanes *= 2;
  const int group = threadIdx.x / lanes;
  const int groups = warpSize / lanes;
  const int first = start[bag] + group;
  const int last = start[bag + 1];

#pragma unroll 1
  for (int column = threadIdx.x % lanes; column < columns + lanes - 1 - (columns - 1) % lanes; column += lanes) {
    // Lanes past the end of a row read its last column, so that all take part in the shuffles.
    const int read = min(column, columns - 1);
    float4 sum = column_sum((const float4 *)table + read, index, first, last, groups, columns);
    for (int away = lanes; away < warpSize; away *= 2) {
#pragma unroll
      for (int c = 0; c < 4; ++c)
        sum[c] += __shfl_xor_sync(0xffffffffu, sum[c], away);
    }

#pragma unroll 1
    for (int from = 0; from < samples; from += warpSize) {
      const int sample = from + threadIdx.x;
      unsigned found = __ballot_sync(0xffffffffu, sample < samples && inverse[sample] == bag);
      // Each group of lanes takes one of those found in turn.
      for (int skip = 0; skip < group; ++skip)
        found &= found - 1;
      while (found != 0) {
        const int to = from + __ffs(found) - 1;
        if (column < columns)
          ((float4 *)out)[(long)to * columns + column] = sum;
        for (int skip = 0; skip < groups; ++skip)
          found &= found - 1;
      }
    }
  }
}
