// Particles in a cube of boxes: each is drawn by all those of its own box and of the 26 around it, with a strength that dies away with
// the square of the distance.
//
// A particle is (x, y, z, charge), its place within its box, whose edge is 1; what comes out is (potential, force in x, y, z). A block has
// a box, and reads one box after the other into shared memory.

#include "warpsmith.cuh"

// Particles of a box at most.
#define MOST 128
// 2 alpha^2, with alpha = 0.5.
#define DECAY 0.5f

extern "C" __global__ void lavamd(const float *particle, float *force, int edge, int per) {
  __shared__ float other[4 * MOST];

  const int box = blockIdx.x;
  const int x = box % edge, y = box / edge % edge, z = box / edge / edge;
  for (int i = threadIdx.x; i < 4 * per; i += blockDim.x)
    force[(long)box * per * 4 + i] = 0.0f;

  for (int k = 0; k < 27; ++k) {
    const int dx = k % 3 - 1, dy = k / 3 % 3 - 1, dz = k / 9 - 1;
    if (x + dx < 0 || x + dx >= edge || y + dy < 0 || y + dy >= edge || z + dz < 0 || z + dz >= edge)
      continue;
    const int beside = box + (dz * edge + dy) * edge + dx;

    __syncthreads();
    for (int i = threadIdx.x; i < 4 * per; i += blockDim.x)
      other[i] = particle[(long)beside * per * 4 + i];
    __syncthreads();

    for (int i = threadIdx.x; i < per; i += blockDim.x) {
      const float *own = particle + ((long)box * per + i) * 4;
      float *out = force + ((long)box * per + i) * 4;
      for (int j = 0; j < per; ++j) {
        const float rx = own[0] - (other[4 * j] + dx);
        const float ry = own[1] - (other[4 * j + 1] + dy);
        const float rz = own[2] - (other[4 * j + 2] + dz);
        const float strength = other[4 * j + 3] * expf(-DECAY * (rx * rx + ry * ry + rz * rz));
        out[0] += strength;
        out[1] += 2.0f * strength * rx;
        out[2] += 2.0f * strength * ry;
        out[3] += 2.0f * strength * rz;
      }
    }
  }
}
