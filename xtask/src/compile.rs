//! Our packages, compiled together once: the same set every time, because another set has other features
//! and compiles everything again. The task runner itself stands apart.
use crate::{
    Done,
    command::{cargo, output, run},
};
use serde_json::Value;
use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// One package of the product.
pub struct Package {
    pub name: String,
    folder: PathBuf,
}

/// Something that cargo made and that can be run.
struct Program {
    package: String,
    /// The name of the library, binary or test file.
    target: String,
    path: PathBuf,
    is_test: bool,
}

pub struct Compiled {
    packages: Vec<Package>,
    programs: Vec<Program>,
}

/// The members of the workspace without the task runner.
pub fn packages() -> Done<Vec<Package>> {
    let metadata = output(cargo().args(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let packages = metadata["packages"].as_array().ok_or("cargo lists no packages")?;
    Ok(packages
        .iter()
        .filter_map(|package| {
            let manifest = Path::new(package["manifest_path"].as_str()?);
            Some(Package { name: package["name"].as_str()?.into(), folder: manifest.parent()?.into() })
        })
        .filter(|package| package.name != "xtask")
        .collect())
}

/// `--package` for each of them.
pub fn named(packages: &[Package]) -> impl Iterator<Item = &str> {
    packages.iter().flat_map(|package| ["--package", &package.name])
}

impl Compiled {
    /// Every library, binary and test, in one command of cargo.
    pub fn new() -> Done<Self> {
        let packages = packages()?;
        let mut build = cargo();
        build
            .args(["build", "--quiet", "--lib", "--bins", "--tests"])
            .arg("--message-format=json-render-diagnostics")
            .args(named(&packages))
            .stderr(Stdio::inherit());
        let said = output(&mut build)?;
        let programs = said.lines().filter_map(|line| program(&serde_json::from_str(line).ok()?, &packages)).collect();
        Ok(Self { packages, programs })
    }

    pub fn binary(&self, name: &str) -> Done<&Path> {
        self.programs
            .iter()
            .find(|program| !program.is_test && program.target == name)
            .map(|program| program.path.as_path())
            .ok_or_else(|| format!("no package of the workspace has a binary {name}").into())
    }

    pub fn has(&self, package: &str, target: &str) -> bool {
        self.programs.iter().any(|program| program.is_test && program.package == package && program.target == target)
    }

    /// Runs one test that is left out otherwise, because it writes files.
    pub fn write(&self, package: &str, target: &str, test: &str, settings: &[(&str, &str)]) -> Done {
        let is_it = |one: &&Program| one.is_test && one.package == package && one.target == target;
        let program = self.programs.iter().find(is_it).ok_or("there is no such test program")?;
        run(Command::new(&program.path)
            .args(["--exact", test, "--ignored", "--nocapture"])
            .env(
                "CARGO_MANIFEST_DIR",
                &self.packages.iter().find(|one| one.name == package).ok_or("no such package")?.folder,
            )
            .envs(settings.iter().copied()))
    }

    /// Runs the chosen test programs (package, target), each in the folder of its package as cargo does.
    /// Choosing none is an error: a check that checks nothing must not pass.
    pub fn test(&self, chosen: impl Fn(&str, &str) -> bool, settings: &[(&str, &str)]) -> Done {
        let tests = self.programs.iter().filter(|program| program.is_test && chosen(&program.package, &program.target));
        let mut count = 0;
        for program in tests {
            count += 1;
            let Program { package, target, path, .. } = program;
            println!("\n{package}: {target}");
            let folder =
                self.packages.iter().find(|one| one.name == *package).map_or(Path::new("."), |one| &one.folder);
            run(Command::new(path)
                .current_dir(folder)
                .env("CARGO_MANIFEST_DIR", folder)
                .env("FOOTHOLD_BIN", self.binary("foothold").unwrap_or(Path::new("")))
                .env("INSTA_UPDATE", "no")
                .envs(settings.iter().copied()))
            .map_err(|error| format!("tests of {package} in {target} failed\n{error}"))?;
        }
        if count == 0 {
            return Err("there is no such test program".into());
        }
        Ok(())
    }
}

/// Reads one of cargo's messages.
fn program(message: &Value, packages: &[Package]) -> Option<Program> {
    let path = message["executable"].as_str()?;
    let manifest = Path::new(message["manifest_path"].as_str()?).parent()?;
    let package = packages.iter().find(|package| package.folder == manifest)?;
    Some(Program {
        package: package.name.clone(),
        target: message["target"]["name"].as_str()?.into(),
        path: path.into(),
        is_test: message["profile"]["test"].as_bool()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn message(executable: Value) -> Value {
        json!({
            "reason": "compiler-artifact",
            "manifest_path": "/w/app/store/Cargo.toml",
            "target": { "name": "together" },
            "profile": { "test": true },
            "executable": executable,
        })
    }

    #[test]
    fn test_programs_are_found_in_what_cargo_says() {
        let packages = [Package { name: "store".into(), folder: "/w/app/store".into() }];
        let found = program(&message(json!("/w/target/debug/deps/together-1")), &packages).unwrap();
        assert_eq!((found.package.as_str(), found.target.as_str()), ("store", "together"));
        assert!(found.is_test);
    }

    #[test]
    fn libraries_and_foreign_packages_are_not_programs() {
        let packages = [Package { name: "store".into(), folder: "/w/app/store".into() }];
        assert!(program(&message(Value::Null), &packages).is_none());
        assert!(program(&message(json!("/w/x")), &[]).is_none());
    }
}
