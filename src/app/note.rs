//! What the message row says of a command: why nothing came of it, or what is not to be seen elsewhere.

use crate::words::messages;

messages! {
    /// The answer to a command.
    pub enum AppNote {
        /// A key without a command.
        NoCommand "no-command" { key: Code };
        /// What the key Escape has nothing to leave for.
        QQuits "q-quits";
        QuitAgain "quit-again";
        /// A command on something that has not come.
        NotYetHere "not-yet-here";
        StillLoading "still-loading";
        LookingAgain "looking-again";
        /// What is read is no longer in the corpus.
        GoneStays "gone-stays";
        /// Another language is spoken from now on.
        LanguageNow "language-now";
        /// Loading was stopped.
        StoppedAt "stopped-at" { articles: Count };

        /// One row for every story, of which there are fewer than articles.
        StoriesListed "stories-listed" { articles: Count, stories: Count };
        OneRowAStory "one-row-a-story";
        EveryArticle "every-article";
        /// The list has articles with some of the words.
        Loosened "loosened";
        /// The same where there is less room.
        LoosenedShort "loosened-short";
        LookingForCopies "looking-for-copies";
        CopiesNotKnown "copies-not-known";
        LastArticle "last-article";
        FirstArticle "first-article";

        /// The articles of a source are left out of the list.
        LeftOut "left-out" { source: Name };
        OnlySourcesLeftOut "only-sources-left-out";
        /// What was typed names no days.
        NotDays "not-days" { words: Typed };
        /// Lines of text take so many columns at most.
        MeasureNow "measure-now" { columns: Count };
        /// There is no room for the list beside the reader.
        NoRoomForList "no-room-for-list" { columns: Count };

        NoFurtherMatch "no-further-match";
        NoMatch "no-match";
        /// Behind the last match the first comes again.
        WrappedToFirst "wrapped-to-first";
        WrappedToLast "wrapped-to-last";
        NothingFolded "nothing-folded";
        NoFoldInView "no-fold-in-view";
        NoRepeatInView "no-repeat-in-view";
        NoJumpBack "no-jump-back";
        NoJumpForward "no-jump-forward";

        /// A number that names no form.
        NoSuchForm "no-such-form" { number: Number };
        /// Text was pasted where none is typed.
        PastedNowhere "pasted-nowhere";
        /// Pasted text was put into reading order.
        TurnedBack "turned-back";

        NoFurtherChange "no-further-change";
        NoEarlierChange "no-earlier-change";
        NoFurtherVersion "no-further-version";
    }
}
