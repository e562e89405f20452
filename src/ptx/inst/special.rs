//! The names of special registers.

use crate::ptx::types::Special;

/// Reads the name of a special register.
pub(super) fn special(name: &str) -> Option<Special> {
    let (base, dim) = match name.rsplit_once('.') {
        Some((base, "x")) => (base, 0),
        Some((base, "y")) => (base, 1),
        Some((base, "z")) => (base, 2),
        Some((base, "w")) => (base, 3),
        _ => (name, 0),
    };
    Some(match base {
        "%tid" => Special::Tid(dim),
        "%ntid" => Special::Ntid(dim),
        "%ctaid" => Special::Ctaid(dim),
        "%nctaid" => Special::Nctaid(dim),
        "%laneid" => Special::LaneId,
        "%warpid" => Special::WarpId,
        "%nwarpid" => Special::NWarpId,
        "%lanemask_eq" => Special::LanemaskEq,
        "%lanemask_le" => Special::LanemaskLe,
        "%lanemask_lt" => Special::LanemaskLt,
        "%lanemask_ge" => Special::LanemaskGe,
        "%lanemask_gt" => Special::LanemaskGt,
        "%smid" => Special::SmId,
        "%nsmid" => Special::NSmId,
        "%gridid" => Special::GridId,
        // A plain launch is a grid of clusters of one block.
        "%clusterid" => Special::Ctaid(dim),
        "%nclusterid" => Special::Nctaid(dim),
        "%cluster_ctaid" | "%cluster_ctarank" => Special::Zero,
        "%cluster_nctaid" if dim == 3 => Special::Zero,
        "%cluster_nctaid" | "%cluster_nctarank" => Special::One,
        "%clock" | "%clock64" | "%globaltimer" | "%globaltimer_lo" => Special::Clock,
        // Nothing runs that long; no driver and no profiler sets the others.
        "%clock_hi" | "%globaltimer_hi" | "%current_graph_exec" => Special::Zero,
        _ if numbered(base, "%envreg", 32) || numbered(base, "%pm", 8) => Special::Zero,
        _ if base
            .strip_suffix("_64")
            .is_some_and(|base| numbered(base, "%pm", 8)) =>
        {
            Special::Zero
        }
        // The system's own part of shared memory, which no kernel may touch.
        "%reserved_smem_offset_begin"
        | "%reserved_smem_offset_end"
        | "%reserved_smem_offset_cap" => Special::Zero,
        _ if numbered(base, "%reserved_smem_offset_", 2) => Special::Zero,
        "%aggr_smem_size" => Special::TotalSharedSize,
        "%dynamic_smem_size" => Special::DynamicSharedSize,
        "%total_smem_size" => Special::TotalSharedSize,
        _ => return None,
    })
}

/// Whether `name` is `prefix` and a number below `count`.
fn numbered(name: &str, prefix: &str, count: u32) -> bool {
    let number = name.strip_prefix(prefix).and_then(|text| text.parse().ok());
    number.is_some_and(|number: u32| number < count)
}
