//! 知社 Zhishe: published district indicators in, sound comparisons and pictures out.
