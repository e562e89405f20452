// Attention, tuned by hand: out[row] = softmax(q[row] K' / sqrt(dim)) V, for each head on its own. All four are [heads][seq][dim].
//
// One block 64 query rows of a head; the keys pass by in tiles of 32, staged in shared memory, and the softmax is computed as they
// come: when a tile has a higher score than all before it, what was summed so far is scaled down (Milakov and Gimelshein,
// "Online normalizer calculation for softmax"; Dao et al., "FlashAttention"). Each of 128 threads computes 4 x 4 scores, then
// 4 rows x 4 columns of the output, from vectors of four: 64 multiplications for 8 loads from shared memory. Rows of shared memory
// are padded so that no two lanes that read at once meet in a bank.
//
// Rows of the output beyond 64 columns are cut into pieces of 64 that blocks compute on their own, each from all scores.

#include "warpsmith.cuh"

// Threads lie eight across, for keys and columns, and DOWN rows high.
#define THREADS 128
#define DOWN (THREADS / 8)
#define ROWS (4 * DOWN)
#define KEYS 32

// Vectors of four in a row of a tile, and as it lies in shared memory.
#define WIDTH 8
#define PADDED 9
#define PADDED_WEIGHTS 10

// Pieces of WIDTH vectors of the output that a block computes.
#define PIECES 2

// A tile of HIGH rows and WIDTH vectors of a matrix; zero where the matrix ends. `from` and `to` are the thread's first element there
// and in shared memory, `rows` and `columns` what the matrix has from that element on.
template <int HIGH, int STRIDE> WARPSMITH_FN void stage(float4 *to, const float4 *from, int stride, int rows, int columns) {
#pragma unroll
  for (int i = 0; i < HIGH / DOWN; ++i) {
    const int down = i * DOWN;
    float4 value = 0.0f;
    if (down < rows && 0 < columns)
      value = from[(long)down * stride];
    to[down * STRIDE] = value;
  }
}

WARPSMITH_FN float dot(float4 a, float4 b, float sum) {
  return fmaf(a.w, b.w, fmaf(a.z, b.z, fmaf(a.y, b.y, fmaf(a.x, b.x, sum))));
}

extern "C" __global__ __launch_bounds__(THREADS)
void attention_forward(const float *__restrict__ q, const float *__restrict__ k, const float *__restrict__ v,
                       float *__restrict__ out, int seq, int dim) {
  extern __shared__ float4 shared[];
  float4 *queries = shared;
  float4 *keys = queries + ROWS * PADDED;
  float4 *weights = keys + KEYS * PADDED;
  float4 *values = weights + ROWS * PADDED_WEIGHTS;

  // The thread's rows are `down + DOWN i`, its keys in a tile `across + 8 j`; the rows of a warp are its own.
  const int across = threadIdx.x % 8;
  const int down = threadIdx.x / 8;
  const int first = blockIdx.x * ROWS;
  const int columns = dim / 4;
  const int piece = blockIdx.z * (PIECES * WIDTH);
  const long head = (long)blockIdx.y * seq * columns;
  // A warp of which all rows are past the end only helps to stage.
  const bool idle = first + (int)threadIdx.x / warpSize * (warpSize / 8) >= seq;
  const long place = head + (long)down * columns + across;
  const float4 *next_k = (const float4 *)k + place;
  const float4 *next_v = (const float4 *)v + place + piece;
  const float4 *own_q = (const float4 *)q + place + (long)first * columns;

  // e^(score / sqrt(dim)) = 2^(score * scale)
  const float scale = 1.4426950408889634f / sqrtf((float)dim);

  float highest[4];
  float sum[4];
  float4 value[PIECES][4];
#pragma unroll
  for (int i = 0; i < 4; ++i) {
    highest[i] = -INFINITY;
    sum[i] = 0.0f;
#pragma unroll
    for (int p = 0; p < PIECES; ++p)
      value[p][i] = 0.0f;
  }

#pragma unroll 1
  for (int tile = 0; tile < seq; tile += KEYS) {
    float score[4][4] = {};
#pragma unroll 1
    for (int column = 0; column < columns; column += WIDTH) {
      __syncthreads();
      const int in_tile = down * PADDED + across;
      if (tile == 0 || columns > WIDTH)
        stage<ROWS, PADDED>(queries + in_tile, own_q + column, columns, seq - first - down, columns - column - across);
      stage<KEYS, PADDED>(keys + in_tile, next_k + column, columns, seq - tile - down, columns - column - across);
      if (column == 0) {
#pragma unroll
        for (int p = 0; p < PIECES; ++p)
          if (piece + p * WIDTH < columns)
            stage<KEYS, WIDTH>(values + p * KEYS * WIDTH + threadIdx.x, next_v + p * WIDTH, columns, seq - tile - down,
                         columns - piece - p * WIDTH - across);
      }
      __syncthreads();
      if (idle)
        continue;
      const int steps = min(WIDTH, columns - column);
#pragma unroll 2
      for (int s = 0; s < steps; ++s) {
        float4 a[4], b[4];
#pragma unroll
        for (int i = 0; i < 4; ++i) {
          a[i] = queries[(down + DOWN * i) * PADDED + s];
        }
#pragma unroll
        for (int j = 0; j < 4; ++j)
          b[j] = keys[(across + 8 * j) * PADDED + s];
#pragma unroll
        for (int i = 0; i < 4; ++i)
#pragma unroll
          for (int j = 0; j < 4; ++j)
            score[i][j] = dot(a[i], b[j], score[i][j]);
      }
    }

    next_k += (long)KEYS * columns;
    next_v += (long)KEYS * columns;
    if (idle)
      continue;

#pragma unroll
    for (int i = 0; i < 4; ++i) {
      float top = -INFINITY;
#pragma unroll
      for (int j = 0; j < 4; ++j) {
        if (tile + across + 8 * j >= seq)
          score[i][j] = -INFINITY;
        top = fmaxf(top, score[i][j]);
      }
#pragma unroll
      for (int away = 1; away < 8; away *= 2)
        top = fmaxf(top, __shfl_xor_sync(0xffffffffu, top, away));
      top = fmaxf(highest[i], top * scale);
      const float shrink = __exp2f(highest[i] - top);
      highest[i] = top;
      sum[i] *= shrink;
#pragma unroll
      for (int p = 0; p < PIECES; ++p)
        value[p][i] *= shrink;
#pragma unroll
      for (int j = 0; j < 4; ++j) {
        const float weight = __exp2f(fmaf(score[i][j], scale, -top));
        sum[i] += weight;
        ((float *)weights)[(down + DOWN * i) * (4 * PADDED_WEIGHTS) + across + 8 * j] = weight;
      }
    }
    __syncwarp();

#pragma unroll 2
    for (int s = 0; s < min(KEYS, seq - tile + 3) / 4; ++s) {
      float4 a[4];
#pragma unroll
      for (int i = 0; i < 4; ++i)
        a[i] = weights[(down + DOWN * i) * PADDED_WEIGHTS + s];
#pragma unroll
      for (int p = 0; p < PIECES; ++p) {
        if (piece + p * WIDTH >= columns)
          break;
#pragma unroll
        for (int j = 0; j < 4; ++j) {
          const float4 b = values[p * KEYS * WIDTH + (s * 4 + j) * WIDTH + across];
#pragma unroll
          for (int i = 0; i < 4; ++i) {
            value[p][i].x = fmaf(a[i][j], b.x, value[p][i].x);
            value[p][i].y = fmaf(a[i][j], b.y, value[p][i].y);
            value[p][i].z = fmaf(a[i][j], b.z, value[p][i].z);
            value[p][i].w = fmaf(a[i][j], b.w, value[p][i].w);
          }
        }
      }
    }
  }

  // Each lane has summed its own keys.
#pragma unroll
  for (int i = 0; i < 4; ++i) {
#pragma unroll
    for (int away = 1; away < 8; away *= 2)
      sum[i] += __shfl_xor_sync(0xffffffffu, sum[i], away);
    const float share = 1.0f / sum[i];
    const int row = first + down + DOWN * i;
#pragma unroll
    for (int p = 0; p < PIECES; ++p) {
      const int column = piece + p * WIDTH + across;
      if (row < seq && column < columns)
        ((float4 *)out)[head + (long)row * columns + column] = value[p][i] * share;
    }
  }
}
