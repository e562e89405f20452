// Attention over the keys that a cheap score keeps, tuned by hand; buffers are laid out as in kernel.cu.
//
// One warp a query. The 4-bit forms are multiplied four at a time, a key a lane; a vote says which keys count, and those alone are
// listed in shared memory. Their scores are computed a key a lane, and their values summed a column a lane, so that no lane waits for a
// key that does not count. Shared memory holds, for each warp, the query, the list, and a weight for each entry of it.

#include "warpsmith.cuh"

#define ALL 0xffffffffu
// Values in flight, a lane.
#define ROUND 4

WARPSMITH_FN float warp_max(float value) {
#pragma unroll
  for (int away = 16; away > 0; away /= 2)
    value = fmaxf(value, __shfl_xor_sync(ALL, value, away));
  return value;
}

WARPSMITH_FN float warp_sum(float value) {
#pragma unroll
  for (int away = 16; away > 0; away /= 2)
    value += __shfl_xor_sync(ALL, value, away);
  return value;
}

extern "C" __global__ void attention_pruned(const int *__restrict__ q4, const int *__restrict__ k4,
                                            const float *__restrict__ q, const float *__restrict__ k,
                                            const float *__restrict__ v, int *__restrict__ kept,
                                            float *__restrict__ out, int seq, int dim, int threshold) {
  extern __shared__ __attribute__((aligned(16))) float shared[];
  const unsigned lane = threadIdx.x;
  const int row = blockIdx.x * blockDim.y + threadIdx.y;
  if (row >= seq)
    return;

  // All queries first: their rows are whole vectors.
  float *query = shared + threadIdx.y * dim;
  float *weights = shared + blockDim.y * dim + threadIdx.y * 2 * seq;
  int *list = (int *)(weights + seq);
  const int words = dim / 4;
  const long head = (long)blockIdx.y * seq;
  const float scale = 1.4426950408889634f / sqrtf((float)dim);

  for (int i = lane; i < dim; i += warpSize)
    query[i] = q[(head + row) * dim + i];

  // Which keys count.
  const int *rough_query = q4 + (head + row) * words;
  int count = 0;
#pragma unroll 1
  for (int first = 0; first < seq; first += warpSize) {
    const int j = first + lane;
    const int *rough_key = k4 + (head + min(j, seq - 1)) * words;
    int rough = 0;
#pragma unroll 8
    for (int i = 0; i < words; ++i)
      rough = __dp4a(rough_query[i], rough_key[i], rough);
    const bool counts = j < seq && rough >= threshold;
    const unsigned found = __ballot_sync(ALL, counts);
    if (j < seq)
      kept[(head + row) * seq + j] = counts;
    if (counts)
      list[count + __popc(found & ((1u << lane) - 1))] = j;
    count += __popc(found);
  }
  __syncwarp();

  // Their scores, in powers of two.
  float highest = -INFINITY;
#pragma unroll 1
  for (int n = lane; n < count; n += warpSize) {
    const float4 *key = (const float4 *)k + (head + list[n]) * words;
    float4 sum = 0.0f;
#pragma unroll 8
    for (int i = 0; i < words; ++i)
      sum += ((const float4 *)query)[i] * key[i];
    const float score = ((sum.x + sum.y) + (sum.z + sum.w)) * scale;
    weights[n] = score;
    highest = fmaxf(highest, score);
  }
  highest = warp_max(highest);
  float sum = 0.0f;
#pragma unroll 1
  for (int n = lane; n < count; n += warpSize) {
    const float weight = __exp2f(weights[n] - highest);
    weights[n] = weight;
    sum += weight;
  }
  sum = warp_sum(sum);
  const float share = count > 0 ? 1.0f / sum : 0.0f;
  __syncwarp();

  // Their values.
#pragma unroll 1
  for (int i = lane; i < dim; i += warpSize) {
    const float *column = v + head * dim + i;
    float value[ROUND] = {};
    int n = 0;
#pragma unroll 1
    for (; n + ROUND <= count; n += ROUND)
#pragma unroll
      for (int r = 0; r < ROUND; ++r)
        value[r] = fmaf(weights[n + r], column[(long)list[n + r] * dim], value[r]);
#pragma unroll 1
    for (; n < count; ++n)
      value[0] = fmaf(weights[n], column[(long)list[n] * dim], value[0]);
    out[(head + row) * dim + i] = ((value[0] + value[1]) + (value[2] + value[3])) * share;
  }
}
