//! The opened conversation.

use leptos::prelude::*;

use crate::{
    domain::{ids::ConversationId, questions::GivenAnswer},
    ui::{
        desk::{
            DeskAction, DeskScreen, DeskTab, Ending, Point, Progress,
            composer::composer,
            ending::ending,
            passing::{passing as together, standing},
            practice::PRACTICE,
            registration::offer,
            tabs::presence,
        },
        parts::{conversation::Log, shown},
        text::{desk::Desk, desk_tools::DeskTools, passing::Passing},
    },
};

/// The opened conversation, with its own elements.
pub fn panel(
    id: ConversationId,
    screen: &DeskScreen,
    act: Callback<DeskAction>,
) -> impl IntoView + use<> {
    let DeskScreen {
        language,
        tabs,
        progress,
        conversation,
        feedback,
        answers,
        notes,
        passing,
        ..
    } = *screen;
    let text = Desk::of(language);
    let tools = DeskTools::of(language);
    let tab = move |tabs: &[DeskTab]| tabs.iter().find(|tab| tab.id == id).cloned();
    let of_tab = move |words: fn(&DeskTab, &'static Desk) -> String| {
        move || tabs.with(|tabs| tab(tabs).and_then(|tab| shown(&words(&tab, text))))
    };
    let over = move || matches!(progress.get(), Progress::Over(_));
    let practice = id == PRACTICE;
    view! {
        <section
            id="panel"
            class="panel room"
            role="tabpanel"
            aria-labelledby="panel-title"
            data-practice=practice.to_string()
        >
            <p class="practice-banner">
                {shown(if practice { tools.practise_banner } else { "" })}
            </p>
            <div class="room-head">
                <h3 id="panel-title" tabindex="-1">
                    {of_tab(|tab, text| text.log_with.with(&[&tab.name]))}
                </h3>
                <p class="detail" role="status">
                    {of_tab(|tab, text| presence(&tab.presence, text))}
                </p>
                <p class="detail">
                    {of_tab(|tab, text| match tab.since.as_str() {
                        "" => String::new(),
                        since => text.since.with(&[since]),
                    })}
                </p>
                <div class="end" hidden=move || over() || passing.reads.get() && !practice>
                    {(!practice).then(|| together(passing, act, language))}
                    {ending(screen, act, practice)}
                </div>
            </div>
            <div class="desk-room">
                <div class="talk">
                    <p class="remark" role="status">
                        {move || shown(state(progress.get(), text, tools, Passing::of(language)))}
                    </p>
                    {(!practice).then(|| standing(passing, act, language))}
                    <details class="answers" open hidden=move || answers.with(Vec::is_empty)>
                        <summary>{tools.answers}</summary>
                        <dl>{move || answers.with(|answers| answered(answers))}</dl>
                    </details>
                    <ul role="list" class="feedback" hidden=move || feedback.with(Vec::is_empty)>
                        {move || feedback.with(|points| practised(points, tools))}
                    </ul>
                    <Log screen=conversation language />
                    <div class="write" hidden=over>
                        {composer(screen, act)}
                    </div>
                    <div class="leave" hidden=move || !over()>
                        {(!practice).then(|| offer(screen, act))}
                        <button type="button" on:click=move |_| act.run(DeskAction::PutAway)>
                            {text.put_away}
                        </button>
                    </div>
                </div>
                <div class="field notes" hidden=over>
                    <div class="notes-head">
                        <label for="notes">{tools.notes}</label>
                        <p id="notes-hint" class="hint">
                            {tools.notes_hint}
                        </p>
                    </div>
                    <textarea
                        id="notes"
                        rows="2"
                        dir="auto"
                        autocomplete="off"
                        spellcheck="false"
                        maxlength="4000"
                        aria-describedby="notes-hint"
                        aria-keyshortcuts="Alt+N"
                        node_ref=notes
                        on:input=move |_| act.run(DeskAction::Note)
                    ></textarea>
                </div>
            </div>
        </section>
    }
}

fn answered(answers: &[GivenAnswer]) -> impl IntoView + use<> {
    let row = |answer: &GivenAnswer| {
        view! {
            <dt>{answer.question.clone()}</dt>
            <dd dir="auto">{answer.answer.clone()}</dd>
        }
    };
    answers.iter().map(row).collect::<Vec<_>>()
}

fn practised(points: &[Point], text: &'static DeskTools) -> impl IntoView + use<> {
    let row = |point: &Point| {
        let before = if point.well { text.practise_well } else { text.practise_next_time };
        view! {
            <li data-well=point.well.to_string()>
                <strong>{before}</strong>
                " "
                {point.words}
            </li>
        }
    };
    points.iter().map(row).collect::<Vec<_>>()
}

/// Why nothing can be written, if so.
const fn state(
    progress: Progress,
    text: &'static Desk,
    tools: &'static DeskTools,
    passing: &'static Passing,
) -> &'static str {
    match progress {
        Progress::Connecting => text.connecting,
        Progress::Live => "",
        Progress::Over(Ending::ByVisitor) => text.over_by_visitor,
        Progress::Over(Ending::ByYou) => text.over_by_you,
        Progress::Over(Ending::Left) => text.over_left,
        Progress::Over(Ending::Expired) => text.over_expired,
        Progress::Over(Ending::Lost) => text.over_lost,
        Progress::Over(Ending::Gone) => text.over_gone,
        Progress::Over(Ending::NotConnected) => text.not_connected,
        Progress::Over(Ending::HandedOver) => passing.handed_over,
        Progress::Over(Ending::ReadingOver) => passing.reading_over,
        Progress::Over(Ending::Practised) => tools.practise_over,
    }
}
