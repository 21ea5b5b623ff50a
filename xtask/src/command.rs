//! Running other programs, so that Ctrl-C ends them first and leaves nothing of ours behind.
use crate::Done;
use std::{
    env,
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus},
    sync::atomic::{AtomicBool, Ordering},
    thread::sleep,
    time::{Duration, Instant},
};

static STOPPED: AtomicBool = AtomicBool::new(false);

/// Ctrl-C and the end of the terminal become an error of the command that runs, so that guards are dropped.
pub fn stop_in_order() -> Done {
    Ok(ctrlc::set_handler(|| {
        STOPPED.store(true, Ordering::Relaxed);
    })?)
}

pub fn is_stopped() -> bool {
    STOPPED.load(Ordering::Relaxed)
}

/// The folder of the workspace, whatever folder cargo was called in.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(PathBuf::new, Path::to_path_buf)
}

pub fn cargo() -> Command {
    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs to the end, showing what the program prints; an error names the command.
pub fn run(command: &mut Command) -> Done {
    let mut child = command.spawn().map_err(|error| format!("{}: {error}", shown(command)))?;
    let status = wait(&mut child)?;
    if is_stopped() {
        Err("stopped".into())
    } else if status.success() {
        Ok(())
    } else {
        Err(format!("failed ({status}): {}", shown(command)).into())
    }
}

/// What the program printed, without the white space at the ends.
pub fn output(command: &mut Command) -> Done<String> {
    let output = command.output().map_err(|error| format!("{}: {error}", shown(command)))?;
    if output.status.success() {
        Ok(String::from_utf8(output.stdout)?.trim().into())
    } else {
        let said = String::from_utf8_lossy(&output.stderr);
        Err(format!("failed: {}\n{said}", shown(command)).into())
    }
}

pub fn succeeds(command: &mut Command) -> bool {
    output(command).is_ok()
}

/// The first program of that name on the PATH.
pub fn on_path(program: &str) -> Option<PathBuf> {
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(program)).find(|path| path.is_file())
}

/// Asks a process to end, and makes it end after `patience`.
pub fn end(child: &mut Child, patience: Duration) {
    if !matches!(child.try_wait(), Ok(None)) {
        return;
    }
    let _ = Command::new("kill").arg(child.id().to_string()).status();
    let asked = Instant::now();
    while asked.elapsed() < patience {
        if !matches!(child.try_wait(), Ok(None)) {
            return;
        }
        sleep(Duration::from_millis(20));
    }
    let _ = child.kill();
    let _ = child.wait();
}

fn wait(child: &mut Child) -> Done<ExitStatus> {
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        if is_stopped() {
            end(child, Duration::from_secs(5));
            return Ok(child.wait()?);
        }
        sleep(Duration::from_millis(10));
    }
}

/// The words of the command, without its environment.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name).chain(command.get_args()).map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}
