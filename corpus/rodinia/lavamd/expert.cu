// Particles in a cube of boxes, tuned by hand.
//
// A lane has a particle, whose sums stay in registers; the four warps of a block share the boxes around among them, read their particles in loads
// of 16 bytes, all lanes the same one, and add up what they have at the end.

#include "warpsmith.cuh"

#define WARPS 4
// 2 alpha^2, with alpha = 0.5.
#define DECAY 0.5f

extern "C" __global__ void __launch_bounds__(WARPS * 32)
    lavamd(const float *__restrict__ particle, float *__restrict__ force, int edge, int per) {
  __shared__ float4 partial[WARPS][32];

  const int lane = threadIdx.x % 32, warp = threadIdx.x / 32;
  const int box = blockIdx.x;
  const int x = box % edge, y = box / edge % edge, z = box / edge / edge;
  const int i = blockIdx.y * 32 + lane;
  const float4 *all = (const float4 *)particle;
  const float4 own = all[(long)box * per + min(i, per - 1)];

  float4 sum = 0.0f;
  // Boxes that there are, so that warps have as many each.
  const int x0 = max(x - 1, 0), y0 = max(y - 1, 0), z0 = max(z - 1, 0);
  const int nx = min(x + 1, edge - 1) - x0 + 1, ny = min(y + 1, edge - 1) - y0 + 1, nz = min(z + 1, edge - 1) - z0 + 1;
  for (int k = warp; k < nx * ny * nz; k += WARPS) {
    const int ox = x0 + k % nx, oy = y0 + k / nx % ny, oz = z0 + k / nx / ny;
    const float4 *other = all + (long)((oz * edge + oy) * edge + ox) * per;
    const float ax = own.x - (ox - x), ay = own.y - (oy - y), az = own.z - (oz - z);
#pragma unroll 4
    for (int j = 0; j < per; ++j) {
      const float4 b = other[j];
      const float rx = ax - b.x, ry = ay - b.y, rz = az - b.z;
      const float strength = b.w * __expf(-DECAY * (rx * rx + ry * ry + rz * rz));
      sum.x += strength;
      sum.y += strength * rx;
      sum.z += strength * ry;
      sum.w += strength * rz;
    }
  }
  partial[warp][lane] = sum;
  __syncthreads();
  if (warp == 0 && i < per) {
    float4 out = (partial[0][lane] + partial[1][lane]) + (partial[2][lane] + partial[3][lane]);
    out.y *= 2.0f;
    out.z *= 2.0f;
    out.w *= 2.0f;
    ((float4 *)force)[(long)box * per + i] = out;
  }
}
