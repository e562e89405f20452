//! The algorithms of the Rodinia benchmarks (Che et al., IISWC 2009) that GEVO was measured on.

pub mod backprop;
pub mod bfs;
pub mod gaussian;
pub mod hotspot;
pub mod kmeans;
pub mod lavamd;
pub mod lud;
pub mod nw;
pub mod particlefilter;
pub mod pathfinder;
pub mod srad;
pub mod streamcluster;
