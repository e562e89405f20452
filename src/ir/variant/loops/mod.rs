//! Transformations of loops, by LLVM on advice or here.

mod advice;
mod landing;
mod peel;
mod perforate;
mod prefetch;
mod shape;
mod shift;

pub(super) use shape::Natural;
pub use shape::{Disjoint, Shape};
