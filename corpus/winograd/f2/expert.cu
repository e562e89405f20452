// 3x3 convolution by Winograd's F(2x2, 3x3), tuned by hand. What passes between the three launches is laid out as in kernel.cu:
//
//   input     [images][channels][height][width]      tile = (image * tile_rows + row) * tile_cols + col
//   patches   [16][channels][tiles]
//   filters   [16][outputs][channels]                already transformed: G g G'
//   products  [16][outputs][tiles]
//   out       [images][outputs][height][width]

#include "../multiply.cuh"

// One thread a tile of one channel: patches = B' d B.
extern "C" __global__ void winograd_f2_input(const float *__restrict__ input, float *__restrict__ patches, int images,
                                             int channels, int height, int width) {
  const unsigned tile_rows = (height + 1u) / 2;
  const unsigned tile_cols = (width + 1u) / 2;
  const unsigned tiles = images * tile_rows * tile_cols;

  const unsigned tile = blockIdx.x * blockDim.x + threadIdx.x;
  const unsigned channel = blockIdx.y;
  if (tile >= tiles)
    return;

  const unsigned row = tile / tile_cols;
  const unsigned image = row / tile_rows;
  const int top = (int)(row - image * tile_rows) * 2 - 1;
  const int left = (int)(tile - row * tile_cols) * 2 - 1;
  const float *from = input + ((long)(image * channels + channel) * height + top) * width + left;

  float d[4][4];
#pragma unroll
  for (int i = 0; i < 4; ++i) {
    const bool row_inside = (unsigned)(top + i) < (unsigned)height;
#pragma unroll
    for (int j = 0; j < 4; ++j) {
      const bool inside = row_inside && (unsigned)(left + j) < (unsigned)width;
      d[i][j] = inside ? from[(long)i * width + j] : 0.0f;
    }
  }

  float rows[4][4];
#pragma unroll
  for (int j = 0; j < 4; ++j) {
    rows[0][j] = d[0][j] - d[2][j];
    rows[1][j] = d[1][j] + d[2][j];
    rows[2][j] = d[2][j] - d[1][j];
    rows[3][j] = d[1][j] - d[3][j];
  }
  float *to = patches + (long)channel * tiles + tile;
  const long step = (long)channels * tiles;
#pragma unroll
  for (int i = 0; i < 4; ++i) {
    to[(i * 4 + 0) * step] = rows[i][0] - rows[i][2];
    to[(i * 4 + 1) * step] = rows[i][1] + rows[i][2];
    to[(i * 4 + 2) * step] = rows[i][2] - rows[i][1];
    to[(i * 4 + 3) * step] = rows[i][1] - rows[i][3];
  }
}

// One of the 16 matrix products a block in z; see multiply.cuh.
extern "C" __global__ void winograd_f2_multiply(const float *__restrict__ filters, const float *__restrict__ patches,
                                                float *__restrict__ products, int outputs, int channels, int tiles) {
  multiply_position(filters, patches, products, outputs, channels, tiles);
}

// One thread a tile of one output channel: out = A' m A.
extern "C" __global__ void winograd_f2_output(const float *__restrict__ products, float *__restrict__ out, int images,
                                              int outputs, int height, int width) {
  const unsigned tile_rows = (height + 1u) / 2;
  const unsigned tile_cols = (width + 1u) / 2;
  const unsigned tiles = images * tile_rows * tile_cols;

  const unsigned tile = blockIdx.x * blockDim.x + threadIdx.x;
  const unsigned output = blockIdx.y;
  if (tile >= tiles)
    return;

  const unsigned row = tile / tile_cols;
  const unsigned image = row / tile_rows;
  const unsigned top = (row - image * tile_rows) * 2;
  const unsigned left = (tile - row * tile_cols) * 2;
  const float *from = products + (long)output * tiles + tile;
  const long step = (long)outputs * tiles;

  float m[4][4];
#pragma unroll
  for (int i = 0; i < 4; ++i)
#pragma unroll
    for (int j = 0; j < 4; ++j)
      m[i][j] = from[(i * 4 + j) * step];

  float rows[2][4];
#pragma unroll
  for (int j = 0; j < 4; ++j) {
    rows[0][j] = m[0][j] + m[1][j] + m[2][j];
    rows[1][j] = m[1][j] - m[2][j] - m[3][j];
  }
  float *to = out + ((long)(image * outputs + output) * height + top) * width + left;
#pragma unroll
  for (int i = 0; i < 2; ++i) {
    if (top + i < (unsigned)height) {
      float2 y;
      y.x = rows[i][0] + rows[i][1] + rows[i][2];
      y.y = rows[i][1] - rows[i][2] - rows[i][3];
      if (width % 2 == 0) {
        *(float2 *)(to + (long)i * width) = y;
      } else {
        to[(long)i * width] = y.x;
        if (left + 1 < (unsigned)width)
          to[(long)i * width + 1] = y.y;
      }
    }
  }
}
