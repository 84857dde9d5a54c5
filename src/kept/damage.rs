//! What is wrong with the bytes of a kept file.

/// Makes the enum of a table of `Name "code";`.
macro_rules! damages {
    ($($(#[doc = $doc:literal])+ $name:ident $code:literal;)+) => {
        /// In what a kept file is not what was written: of use to whoever mends the program, who is told the code.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Damage {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Damage {
            /// The code that is shown.
            pub fn code(self) -> &'static str {
                match self {
                    $(Damage::$name => $code,)+
                }
            }
        }
    };
}

damages! {
    /// It is too short.
    TooShort "too-short";
    /// A place in it lies beyond its end.
    PlaceBeyondEnd "place-beyond-end";
    /// A block is not as it was written.
    BadBlock "bad-block";
    /// It was cut off.
    CutOff "cut-off";
    /// It begins like no kept file.
    BadBeginning "bad-beginning";
    /// Its end is missing.
    NoEnd "no-end";
    /// Its parts do not add up to its length.
    BadLength "bad-length";
    /// Its table is not as it was written.
    BadTable "bad-table";
    /// Its table is too short.
    ShortTable "short-table";
    /// A section is longer than the file.
    LongSection "long-section";
    /// Its sections do not fill its blocks.
    BadSections "bad-sections";
    /// A column ends within a number.
    CutNumbers "cut-numbers";
    /// A column of texts is not as it was written.
    BadTexts "bad-texts";
    /// It ends within a column.
    CutColumn "cut-column";
    /// It ends within a number.
    CutNumber "cut-number";
    /// The index has other fields.
    OtherFields "other-fields";
    /// Files of the index do not lie in it.
    BadIndexFiles "bad-index-files";
    /// A word is nothing but what clings to it.
    BareClitics "bare-clitics";
    /// It cannot be unpacked.
    BadPacking "bad-packing";
    /// It unpacks to too much.
    TooMuch "too-much";
    /// Words are no text.
    BadWords "bad-words";
    /// A word that is not there.
    MissingWord "missing-word";
    /// Words do not lie in the segments.
    BadWordPlaces "bad-word-places";
    /// Words without their keys.
    MissingKeys "missing-keys";
    /// Terms without places.
    MissingPlaces "missing-places";
    /// A part of it cannot be read.
    UnreadablePart "unreadable-part";
    /// A column is not as it was written.
    BadColumn "bad-column";
    /// Columns of an articles' file differ in length.
    UnequalColumns "unequal-columns";
    /// Furniture of no article.
    BadFurniture "bad-furniture";
    /// Marks of other articles.
    BadMarks "bad-marks";
    /// Articles are struck that are not there.
    BadStruck "bad-struck";
    /// Its index cannot be opened.
    BadIndex "bad-index";
    /// Reading it failed by a fault.
    ReadingPanicked "reading-panicked";
    /// Another file has its name.
    OtherFile "other-file";
    /// Words of shards that are not there.
    MissingShards "missing-shards";
}
