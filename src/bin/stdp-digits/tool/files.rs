//! All file access. Errors name the file; a file is written completely or not at all.

use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};
use serde_json::Value;
use stdp_digits::mnist::Digits;
use stdp_digits::{Config, Model, Preset};

use crate::tool::options::ModelFile;

/// Largest file that may be read \[bytes\]: the training images are 47 MB.
const MAX_FILE: u64 = 1 << 30;

/// Which half of MNIST.
#[derive(Clone, Copy)]
pub(crate) enum Set {
    Train,
    Test,
}

/// Reads one half of MNIST from a folder of IDX or .gz files, in either of the usual spellings of their names.
pub(crate) fn digits(folder: &Path, set: Set) -> Result<Digits> {
    let prefix = match set {
        Set::Train => "train",
        Set::Test => "t10k",
    };
    let images = idx(folder, &format!("{prefix}-images"), "idx3-ubyte")?;
    let labels = idx(folder, &format!("{prefix}-labels"), "idx1-ubyte")?;
    Digits::from_idx(images.1, labels.1).with_context(|| format!("{} and {}", images.0.display(), labels.0.display()))
}

fn idx(folder: &Path, stem: &str, kind: &str) -> Result<(PathBuf, Vec<u8>)> {
    let names = [format!("{stem}-{kind}"), format!("{stem}.{kind}")];
    let spellings = names.iter().flat_map(|name| [name.clone(), format!("{name}.gz")]);
    let Some(path) = spellings.map(|name| folder.join(name)).find(|path| path.is_file()) else {
        bail!(
            "{}: found no {} (or .gz), expected the four MNIST files; `npm install` fetches them, --mnist names their folder",
            folder.display(),
            names[0]
        );
    };
    let bytes = read(&path)?;
    if path.extension().is_some_and(|extension| extension == "gz") {
        let mut plain = Vec::new();
        let limited = flate2::read::GzDecoder::new(&bytes[..]);
        limited
            .take(MAX_FILE)
            .read_to_end(&mut plain)
            .with_context(|| format!("{}: not a whole gzip file", path.display()))?;
        return Ok((path, plain));
    }
    Ok((path, bytes))
}

/// Reads a model and checks that it has the requested size.
pub(crate) fn model(args: &ModelFile) -> Result<Model> {
    let model = Model::from_bytes(&read(&args.model)?).with_context(|| args.model.display().to_string())?;
    if let Some(asked) = args.neurons.filter(|&asked| asked as usize != model.neurons()) {
        let (file, found) = (args.model.display(), model.neurons());
        bail!("{file}: found a model of {found} neurons, expected the {asked} of --neurons; train one of that size");
    }
    Ok(model)
}

/// Reads a configuration file over a preset, or returns the preset. Choices on the command line override the file, and
/// the other constants follow from them.
pub(crate) fn config<const N: usize>(
    path: Option<&Path>,
    preset: Option<&str>,
    chosen: [(&str, Option<Value>); N],
) -> Result<Config> {
    let preset = preset.map(Preset::of_name).transpose()?;
    let mut text = match path {
        Some(path) => String::from_utf8(read(path)?).map_err(|_| anyhow!("{}: not a text file", path.display()))?,
        None => "{}".into(),
    };
    if let Ok(Value::Object(mut changes)) = serde_json::from_str(&text) {
        changes.extend(chosen.into_iter().filter_map(|(name, value)| Some((name.to_string(), value?))));
        text = Value::Object(changes).to_string();
    }
    let config = Config::from_json_over(&text, preset);
    match path {
        Some(path) => config.with_context(|| path.display().to_string()),
        None => Ok(config?),
    }
}

/// Reads a file, unless it is too large.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    let size = fs::metadata(path).with_context(|| format!("{}: cannot be read", path.display()))?.len();
    if size > MAX_FILE {
        bail!("{}: found {size} bytes, expected at most {MAX_FILE}", path.display());
    }
    fs::read(path).with_context(|| format!("{}: cannot be read", path.display()))
}

/// Writes a file under another name and renames it, so that it never exists half-written.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    let beside = with_suffix(path, &format!(".{}.new", std::process::id()));
    let written = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // If removal fails too, nothing more can be done; the error below reports the first failure.
        let _ = fs::remove_file(&beside);
    }
    written.with_context(|| format!("{}: cannot be written", path.display()))
}

/// Fails before hours of work, not after, if a file could not be written there.
pub(crate) fn check_writable(path: &Path) -> Result<()> {
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    if !folder.is_dir() {
        bail!("{}: cannot be written: there is no folder {}; create it first", path.display(), folder.display());
    }
    if path.is_dir() {
        bail!("{}: is a folder, expected a file name", path.display());
    }
    Ok(())
}

/// The path with a suffix added to its name.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
