//! Which GPU code is made for, and LLVM's code generator for it.
//!
//! LLVM takes an unknown GPU name without complaint and makes code for its oldest one, and ends the process when the
//! PTX version is too old for the GPU, so both are checked here, against a table, before LLVM sees them.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Once;

use inkwell::OptimizationLevel;
use inkwell::targets::{
    CodeModel, InitializationConfig, RelocMode, Target, TargetMachine, TargetTriple,
};
use serde::{Deserialize, Serialize};

use super::error::Error;

/// The target triple of every kernel.
pub const TRIPLE: &str = "nvptx64-nvidia-cuda";

/// A GPU as LLVM's NVPTX back end knows it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Arch {
    /// `sm_90`
    pub cpu: String,
    /// The PTX version to write, as `+ptx80`; empty for the oldest that the GPU can do with.
    pub features: String,
}

/// GPUs of LLVM 22 and the oldest PTX version that it writes for each (10 × major + minor). Source: `llc -mcpu=help`,
/// and `llc -mattr=+ptxNN` tried for every pair.
const CPUS: [(&str, u32); 40] = [
    ("sm_20", 32),
    ("sm_21", 32),
    ("sm_30", 32),
    ("sm_32", 40),
    ("sm_35", 32),
    ("sm_37", 41),
    ("sm_50", 40),
    ("sm_52", 41),
    ("sm_53", 42),
    ("sm_60", 50),
    ("sm_61", 50),
    ("sm_62", 50),
    ("sm_70", 60),
    ("sm_72", 61),
    ("sm_75", 63),
    ("sm_80", 70),
    ("sm_86", 71),
    ("sm_87", 74),
    ("sm_88", 90),
    ("sm_89", 78),
    ("sm_90", 78),
    ("sm_90a", 80),
    ("sm_100", 86),
    ("sm_100a", 86),
    ("sm_100f", 88),
    ("sm_101", 86),
    ("sm_101a", 86),
    ("sm_101f", 88),
    ("sm_103", 88),
    ("sm_103a", 88),
    ("sm_103f", 88),
    ("sm_110", 90),
    ("sm_110a", 90),
    ("sm_110f", 90),
    ("sm_120", 87),
    ("sm_120a", 87),
    ("sm_120f", 88),
    ("sm_121", 88),
    ("sm_121a", 88),
    ("sm_121f", 88),
];

/// PTX versions that LLVM 22 writes (`llc -march=nvptx64 -mattr=help`).
const PTX_VERSIONS: [u32; 31] = [
    32, 40, 41, 42, 43, 50, 60, 61, 62, 63, 64, 65, 70, 71, 72, 73, 74, 75, 76, 77, 78, 80, 81, 82,
    83, 84, 85, 86, 87, 88, 90,
];

impl Arch {
    /// A GPU with the oldest PTX version that it can do with.
    pub fn new(cpu: &str) -> Arch {
        Arch {
            cpu: cpu.to_owned(),
            features: String::new(),
        }
    }

    /// Names of all GPUs that LLVM knows.
    pub fn known() -> impl Iterator<Item = &'static str> {
        CPUS.iter().map(|(cpu, _)| *cpu)
    }

    /// Whether LLVM can make code for it; the error names what it can.
    pub fn check(&self) -> Result<(), Error> {
        let Some((_, oldest)) = CPUS.iter().find(|(cpu, _)| *cpu == self.cpu) else {
            let known = Arch::known().collect::<Vec<_>>().join(", ");
            return Err(Error::UnknownCpu {
                cpu: self.cpu.clone(),
                known,
            });
        };
        let versions: Vec<String> = PTX_VERSIONS
            .iter()
            .filter(|version| *version >= oldest)
            .map(|version| format!("+ptx{version}"))
            .collect();
        if !self.features.is_empty() && !versions.contains(&self.features) {
            let right = versions.join(", ");
            return Err(Error::UnknownFeatures {
                cpu: self.cpu.clone(),
                features: self.features.clone(),
                right,
            });
        }
        Ok(())
    }
}

impl fmt::Display for Arch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.cpu)?;
        if self.features.is_empty() {
            Ok(())
        } else {
            write!(f, " {}", self.features)
        }
    }
}

/// Registers the NVPTX back end, once a process.
fn initialise() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| Target::initialize_nvptx(&InitializationConfig::default()));
}

/// Lends the code generator for `arch`. Each thread keeps its own: they are not made to be shared, and making one costs
/// more than using it on a small kernel.
pub(super) fn with_machine<R>(
    arch: &Arch,
    work: impl FnOnce(&TargetMachine) -> R,
) -> Result<R, Error> {
    thread_local! {
        static MACHINES: RefCell<BTreeMap<Arch, TargetMachine>> = const { RefCell::new(BTreeMap::new()) };
    }
    MACHINES.with_borrow_mut(|machines| {
        if !machines.contains_key(arch) {
            machines.insert(arch.clone(), machine(arch)?);
        }
        Ok(work(&machines[arch]))
    })
}

fn machine(arch: &Arch) -> Result<TargetMachine, Error> {
    arch.check()?;
    initialise();
    let triple = TargetTriple::create(TRIPLE);
    let target = Target::from_triple(&triple).map_err(|message| Error::Codegen {
        message: message.to_string(),
    })?;
    let machine = target.create_target_machine(
        &triple,
        &arch.cpu,
        &arch.features,
        OptimizationLevel::Aggressive,
        RelocMode::Default,
        CodeModel::Default,
    );
    let machine = machine.ok_or_else(|| Error::Codegen {
        message: format!("no code generator for {arch}"),
    })?;
    machine.set_asm_verbosity(false);
    Ok(machine)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_gpu_is_refused_with_the_known_ones() {
        let error = Arch::new("sm_91").check().unwrap_err().to_string();
        assert!(
            error.contains("`sm_91`") && error.contains("sm_90a"),
            "{error}"
        );
        for cpu in ["", "sm90", "gfx90a", "SM_90"] {
            assert!(Arch::new(cpu).check().is_err(), "{cpu}");
        }
    }

    #[test]
    fn a_ptx_version_that_the_gpu_cannot_do_with_is_refused() {
        let arch = |features: &str| Arch {
            cpu: "sm_90".into(),
            features: features.into(),
        };
        assert!(arch("").check().is_ok());
        assert!(arch("+ptx78").check().is_ok());
        for features in ["+ptx70", "+ptx79", "ptx80", "+ptx80,+ptx81", "-ptx80"] {
            let error = arch(features).check().unwrap_err().to_string();
            assert!(error.contains("+ptx80"), "{error}");
        }
    }
}
