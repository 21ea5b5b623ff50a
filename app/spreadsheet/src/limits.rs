/// How much of a file is accepted. Each limit is inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as it came.
    pub bytes: usize,
    /// Named columns of the header row.
    pub columns: usize,
    /// Rows that hold something, the header row not counted.
    pub rows: usize,
    /// Bytes of everything inside an XLSX file once unpacked, and, for every
    /// kind of file, bytes of all cells together: a workbook may name one long
    /// text from a million cells.
    pub unpacked: usize,
    /// Characters in one cell; Excel itself stops at 32,767.
    pub cell: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 20 * MIB, columns: 200, rows: 20_000, unpacked: 50 * MIB, cell: 32 * 1024 }
    }
}

const MIB: usize = 1024 * 1024;
