//! Algorithms of the Rodinia benchmarks (Che et al., IISWC 2009), on most of which GEVO was measured.

pub mod backprop;
pub mod bfs;
pub mod btree;
pub mod gaussian;
pub mod hotspot;
pub mod kmeans;
pub mod lavamd;
pub mod lud;
pub mod nn;
pub mod nw;
pub mod particlefilter;
pub mod pathfinder;
pub mod srad;
pub mod streamcluster;
