//! Packages for tests: from a folder on disk or from memory, read in pieces of any size, the way
//! the application reads them. It must not know what any test expects.

use serde_json::{Value as Json, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use zhishe::cli::with_bytes;
use zhishe::model::{AreaId, Fault, FaultKind, IndicatorId, LevelId, Period, Value};
use zhishe::package::{Descriptor, FileState, Need, Package, needed_files};
use zhishe::parse::FileFault;
use zhishe::query::{Reading, select};

/// Pieces in which a file is read: what comes out must be the same for each.
pub const CHUNK_SIZES: [usize; 4] = [1, 7, 4096, usize::MAX];

/// Text as GB18030 bytes.
pub fn gb18030(text: &str) -> Vec<u8> {
    encoding_rs::GB18030.encode(text).0.into_owned()
}

/// The files of a package by their paths.
#[derive(Clone, Debug)]
pub struct Files {
    files: BTreeMap<String, Vec<u8>>,
    /// The descriptor, while it is sound JSON.
    pub descriptor: Json,
}

impl Files {
    /// A folder on disk.
    pub fn from_folder(folder: &Path) -> Files {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(folder).unwrap() {
            let entry = entry.unwrap();
            if entry.file_type().unwrap().is_file() {
                let name = entry.file_name().into_string().unwrap();
                files.insert(name, fs::read(entry.path()).unwrap());
            }
        }
        let text = files.remove("datapackage.json").unwrap();
        let descriptor = serde_json::from_slice(&text).unwrap();
        Files { files, descriptor }
    }

    /// A sound little package: three communities, two layouts, no fault and no note.
    pub fn little() -> Files {
        let names = [
            "areas",
            "indicators",
            "sources",
            "standards",
            "observations",
            "observations-wide",
        ];
        let resources = names.map(|name| json!({"name": name, "path": format!("{name}.csv")}));
        let mut descriptor = json!({
            "name": "little", "version": "1.0.0", "created": "2024-05-01T00:00:00Z",
            "zhishe": {"dimensions": [{"name": "category"}]},
            "resources": resources,
        });
        descriptor["resources"][5]["zhishe"] = json!({"layout": "wide"});
        let texts = [AREAS, INDICATORS, SOURCES, STANDARDS, LONG, WIDE];
        let files = names.iter().zip(texts);
        Files {
            files: files
                .map(|(name, text)| (format!("{name}.csv"), text.as_bytes().to_vec()))
                .collect(),
            descriptor,
        }
    }

    /// The same with a file in place of the one of this path.
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Files {
        self.files.insert(path.to_string(), bytes.into());
        self
    }

    /// The same without a file.
    pub fn without(mut self, path: &str) -> Files {
        self.files.remove(path);
        self
    }

    /// The same with another line in place of this one, counted from 1.
    pub fn line(self, path: &str, line: usize, text: &str) -> Files {
        let mut lines: Vec<String> = self.text(path).lines().map(str::to_string).collect();
        lines[line - 1] = text.to_string();
        self.with(path, lines.join("\n") + "\n")
    }

    /// The same with more text at the end of a file.
    pub fn more(self, path: &str, text: &str) -> Files {
        let text = self.text(path) + text;
        self.with(path, text)
    }

    /// The same with a file's text changed as a whole.
    pub fn change(self, path: &str, change: impl Fn(&str) -> Vec<u8>) -> Files {
        let bytes = change(&self.text(path));
        self.with(path, bytes)
    }

    /// The same with something else in the descriptor, at a JSON pointer.
    pub fn declare(mut self, pointer: &str, key: &str, value: Json) -> Files {
        self.descriptor.pointer_mut(pointer).unwrap()[key] = value;
        self
    }

    /// A file's text.
    pub fn text(&self, path: &str) -> String {
        String::from_utf8(self.files[path].clone()).unwrap()
    }

    /// Writes the package into a folder, which is emptied first.
    pub fn write(&self, folder: &Path) {
        let _ = fs::remove_dir_all(folder);
        for (path, bytes) in &self.files {
            let path = folder.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, bytes).unwrap();
        }
        let descriptor = self.descriptor.to_string();
        fs::write(folder.join("datapackage.json"), descriptor).unwrap();
    }

    /// Opens the package and reads all of it.
    pub fn open(&self, chunk_bytes: usize) -> Package {
        let mut package = self.open_descriptor();
        self.read(&mut package, &Need::Everything, chunk_bytes);
        package
    }

    /// Opens the package without reading any of its tables.
    pub fn open_descriptor(&self) -> Package {
        let descriptor = Descriptor::parse(self.descriptor.to_string().as_bytes()).unwrap();
        Package::open("package", "package/", descriptor)
    }

    /// Reads what a need asks for, until it has all, and gives the paths in the order of reading.
    pub fn read(&self, package: &mut Package, need: &Need, chunk_bytes: usize) -> Vec<String> {
        let mut read = Vec::new();
        loop {
            let needed = needed_files(package, need);
            if needed.is_empty() {
                return read;
            }
            for resource in needed {
                read.push(package.descriptor.resources[resource].path.to_string());
                *package = self.read_file(package, resource, chunk_bytes);
            }
        }
    }

    fn read_file(&self, package: &Package, resource: usize, chunk_bytes: usize) -> Package {
        let path = &package.descriptor.resources[resource].path;
        match self.files.get(&**path) {
            Some(bytes) => read_bytes(package, resource, bytes, chunk_bytes),
            None => {
                let fault = FileFault::whole(FaultKind::FileMissing { status: 404 });
                package.with_failure(resource, fault)
            }
        }
    }
}

/// The package with a file of these bytes at a place of the descriptor.
pub fn read_bytes(package: &Package, resource: usize, bytes: &[u8], chunk_bytes: usize) -> Package {
    let chunk_bytes = chunk_bytes.min(bytes.len().max(1));
    with_bytes(package, resource, &mut { bytes }, chunk_bytes).unwrap()
}

/// The files of a package that ships.
pub fn shipped(name: &str) -> Files {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    Files::from_folder(&data.join(name))
}

/// The demonstration district, read once.
pub fn demo() -> &'static Package {
    static PACKAGE: OnceLock<Package> = OnceLock::new();
    PACKAGE.get_or_init(|| shipped("demo").open(1 << 18))
}

/// The published package, read once.
pub fn published() -> &'static Package {
    static PACKAGE: OnceLock<Package> = OnceLock::new();
    PACKAGE.get_or_init(|| shipped("published").open(1 << 18))
}

/// A fault in one line: `file:line:column kind "found" expectation`.
pub fn fault_line(fault: &Fault) -> String {
    let expected = match &fault.kind {
        FaultKind::NameMismatch { expected } => format!(" not {expected}"),
        FaultKind::DuplicateKey {
            other_file,
            other_lines,
        } => format!(" as {other_file}:{}", other_lines[0]),
        FaultKind::NumeratorOverDenominator { denominator } => format!(" over {denominator}"),
        FaultKind::ValueDisagrees { computed } => format!(" not {computed}"),
        FaultKind::PeriodRead { read_as } => format!(" as {read_as}"),
        FaultKind::RowShape {
            expected_cells,
            found_cells,
        }
        | FaultKind::Truncated {
            expected_cells,
            found_cells,
        } => format!(" {found_cells} of {expected_cells}"),
        FaultKind::HeaderShape {
            header_cells,
            row_cells,
        } => format!(" {header_cells} beside {row_cells}"),
        FaultKind::BrokenDescriptor { reason } | FaultKind::BrokenCatalog { reason } => {
            format!(" {reason:?}")
        }
        FaultKind::EntryLeftOut {
            place,
            name,
            reason,
        } => format!(" {place} {name} {reason:?}"),
        FaultKind::ForeignCodes { known, all, .. } => format!(" {known} of {all}"),
        FaultKind::MissingColumn { needed } => format!(" {needed}"),
        FaultKind::MissingTable { table } => format!(" {table}"),
        FaultKind::WrongEncoding { encoding } | FaultKind::UnknownEncoding { encoding } => {
            format!(" {encoding}")
        }
        FaultKind::OutsideDescriptor { declared } => format!(" of {declared}"),
        FaultKind::ValueWithStatus { status } => format!(" {status}"),
        FaultKind::RevisionMismatch { expected } => format!(" not {expected}"),
        FaultKind::FileMissing { status } => format!(" {status}"),
        FaultKind::More { of, count } => format!(" {count} {}", of.name()),
        _ => String::new(),
    };
    let Fault {
        file,
        line,
        column,
        found,
        kind,
    } = fault;
    format!(
        "{file}:{line}:{column} {} \"{found}\"{expected}",
        kind.name()
    )
}

/// Every fault and note of a package, a line each.
pub fn fault_lines(package: &Package) -> Vec<String> {
    package.faults().into_iter().map(fault_line).collect()
}

/// Every reading of the totals, by `indicator area period`, a file that failed in one line.
pub fn readings(package: &Package) -> BTreeMap<String, String> {
    let mut readings = BTreeMap::new();
    for file in package.observation_files() {
        for (key, slice) in file.index.slices().filter(|(key, _)| key.category == 0) {
            for (area, _) in slice.iter() {
                let name = format!(
                    "{} {} {}",
                    package.indicators.get(key.indicator).code,
                    package.areas.get(area).code,
                    key.period
                );
                let reading = select(package, key.indicator, area, key.period);
                readings.insert(name, reading_line(reading));
            }
        }
    }
    readings
}

/// A reading in a few words.
pub fn reading_line(reading: Reading) -> String {
    match reading.value {
        Value::Known(number) => number.to_string(),
        Value::Bounded(number, bound) => format!("{bound:?} {number}"),
        Value::Missing(reason) => format!("{reason:?}"),
    }
}

/// What a package says of one indicator, area and period.
pub fn reading(package: &Package, indicator: &str, area: &str, period: &str) -> Reading {
    let (indicator, area) = (indicator_id(package, indicator), area_id(package, area));
    select(package, indicator, area, Period::parse(period).unwrap())
}

/// The id of an indicator that is there.
pub fn indicator_id(package: &Package, code: &str) -> IndicatorId {
    let id = package.indicators.id(code);
    id.unwrap_or_else(|| panic!("no indicator {code}"))
}

/// The id of an area that is there.
pub fn area_id(package: &Package, code: &str) -> AreaId {
    let id = package.areas.id(code);
    id.unwrap_or_else(|| panic!("no area {code}"))
}

/// True where the file of this path could not be used.
pub fn failed(package: &Package, path: &str) -> bool {
    let files = package.descriptor.resources.iter().zip(&package.files);
    let mut of_path = files.filter(|(about, _)| *about.path == *path);
    of_path.any(|(_, state)| matches!(state, FileState::Failed(_)))
}

const AREAS: &str = "\
area_code,name_zh,name_en,level,parent_code,valid_from,valid_to
99,示例区,Sample District,district,,,
9901,甲街道,First Sub-district,subdistrict,99,,
9902,乙街道,Second Sub-district,subdistrict,99,,
9901001,甲一社区,First Community,community,9901,,
9901002,甲二社区,Second Community,community,9901,,
9902001,乙一社区,Third Community,community,9902,,
990100101,一号网格,Grid 1,grid,9901001,,
";

const INDICATORS: &str = "\
indicator,theme,label_zh,label_en,unit_zh,unit_en,kind,nature,multiplier,decimals,polarity,headline
households,service,户数,Households,户,households,count,inventory,1,0,none,no
on-time,cases,按期办结率,Resolved in time,%,%,proportion,events,100,1,higher,yes
visits,service,累计服务次数,Visits so far,次,visits,cumulative,events,1,0,none,no
volunteers,participation,志愿者,Volunteers,人,persons,count,inventory,1,0,higher,no
meetings,meetings,会议,Meetings,次,meetings,count,events,1,0,higher,no
rated,cases,评价率,Rated,%,%,proportion,events,100,1,higher,no
";

const SOURCES: &str = "\
source,title,publisher
register,登记册,示例区
";

const STANDARDS: &str = "\
standard,effective_from,indicator,operator,value,strength,source
max-households,2024,households,<=,3500,planned,register
";

const LONG: &str = "\
indicator,area_code,period,area_name,value,numerator,denominator,bound,status,source,note,category
households,9901001,2024,甲一社区,3120,,,,A,register,,
households,9901002,2024,甲二社区,2875,,,,A,register,,
households,9902001,2024,乙一社区,3500,,,approx,A,register,,
on-time,9901001,2024-03,甲一社区,,188,200,,A,register,,
on-time,9901002,2024-03,甲二社区,92.4,231,250,,A,register,,
on-time,9902001,2024-03,乙一社区,,,,,Q,register,,
visits,9901001,2024-01/2024-03,甲一社区,50000,,,lower,A,register,,
volunteers,990100101,2024,一号网格,12,,,,A,register,,
";

const WIDE: &str = "\
area_code,area_name,period,meetings,rated:numerator,rated:denominator
9901001,甲一社区,2024-03,4,18,20
9901002,甲二社区,2024-03,5,19,25
9902001,乙一社区,2024-03,6,,
";

/// Holds a thing against what it should be, on the line that asks.
#[track_caller]
pub fn check<T: std::fmt::Debug + PartialEq>(found: T, expected: T) {
    assert_eq!(found, expected);
}

/// A period as packages write it.
pub fn period(text: &str) -> Period {
    Period::parse(text).unwrap()
}

/// A level by its word in the descriptor.
pub fn level(package: &Package, word: &str) -> LevelId {
    package.descriptor.level(word).unwrap()
}
