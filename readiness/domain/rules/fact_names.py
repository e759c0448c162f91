"""The names of the facts that rules and sentences may use, with what each means."""

from collections.abc import Mapping

from readiness.i18n.language import N_, Words

_PLAN = {
    "start": N_("first day with patients"),
    "end": N_("end of the implementation period"),
    "sustain_end": N_("end of the time the practice should hold after it"),
    "period_months": N_("length of the implementation period in months"),
    "period_weeks": N_("weeks of the implementation period"),
    "people": N_("practitioners in the plan"),
    "staying": N_("trained practitioners still there at the end"),
    "training_first": N_("first day of training"),
    "training_last": N_("last day of training"),
    "supervision_until": N_("until when supervision is booked"),
    "patients_planned": N_("patients planned in all caseloads"),
    "training_days_missing": N_("days of training that have no date yet"),
    "supervision_weeks_over": N_(
        "weeks between two times of supervision, beyond what the practice asks"
    ),
    "reviews_by_own": N_("fidelity reviews by one of the practitioners"),
    "leaders_missing": N_("leaders that the planned groups lack"),
    "eligible": N_("patients who meet the criteria"),
    "eligible_age_months": N_("months from the day they were counted to the start"),
    "first_round": N_("patients who start in the first round"),
    "likely_yes": N_("patients who are likely to say yes"),
    "likely_starters": N_("patients who are likely to start"),
    "likely_completers": N_("patients who are likely to complete, if all who fit are asked"),
    "population": N_("patients in the target group, where nobody could count"),
    "eligible_estimated": N_("patients of the target group who may meet the criteria (estimate)"),
    "planned_end": N_("end of the programme for a patient who starts first"),
    "likely_end": N_("the same with the usual overrun"),
    "worst_end": N_("the same, at worst"),
    "first_short_week": N_(
        "first week, counted from the start, in which somebody's hours fall short"
    ),
    "first_short_day": N_("the Monday of that week"),
    "short_weeks": N_("weeks of the period in which somebody's hours fall short"),
    "completers": N_("patients expected to complete within the period"),
    "champion_leaves": N_("when the champion leaves, if listed as a practitioner"),
    "champion_deputy_leaves": N_("when the champion's deputy leaves, if listed as a practitioner"),
    "successor_leaves": N_("when the successor leaves, if listed as a practitioner"),
    "weeks_deliverable": N_("weeks in which sessions can be held"),
    "weeks_programme": N_("weeks of sessions the programme has"),
    "sessions_deliverable": N_("sessions that can be held with a patient"),
    "first_check": N_("first date to check the hours"),
    "months_to_first_check": N_("months from the start to that check"),
    "reviews": N_("dated fidelity reviews"),
    "first_review_month": N_("months from the start to the first review"),
    "last_review_month": N_("months from the start to the last review"),
    "reviews_without_feedback": N_("reviews with no later date for feedback"),
    "unheard_review": N_("first review with no later date for feedback"),
    "feedback_weeks_longest": N_("longest time from a review to its feedback, in weeks"),
    "leader_leaves": N_("when the leader leaves"),
    "group_size": N_("patients in a group"),
    "hours_needed_total": N_("hours needed a week by all practitioners"),
    "hours_freed_total": N_("hours freed a week for all practitioners"),
    "fte_needed": N_("full-time posts those hours make"),
    "rechecks": N_("dates on which this check is redone"),
    "checkins": N_("dates on which leader and practitioners meet"),
}

_PERSON = {
    "hours_needed": N_("hours needed a week"),
    "hours_freed": N_("hours freed a week"),
    "hours_short": N_("hours a week that are missing"),
    "hours_share": N_("share of the freed hours that is needed"),
    "patients": N_("patients planned with this practitioner"),
    "suitable_patients": N_("suitable patients this practitioner meets"),
    "leaves": N_("when this practitioner leaves the role"),
}
PERSON_FACTS: Mapping[str, str] = Words(_PERSON)
"""Facts about one practitioner: name to meaning."""

SHARES = ("hours_share",)
"""Facts that are shares, told as per cent: 0.97 of the hours is not all of them."""

FACT_WORDS: Mapping[str, str] = Words({**_PLAN, **_PERSON})
"""Every fact: name to meaning."""
