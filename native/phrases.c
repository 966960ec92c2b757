/* The search for phrases in one text: the twin of cleaner/phrase_search.py. */

#include "phrases.h"

#define NAME "cleaner._native.phrases"
#define MARK "phrases\n"
#define MARK_SIZE 8
#define COUNTS 12 /* seven counts and five roots */
#define LONGEST_INSIDE 500
#define LONGEST_END 100
#define FEW 64
#define RULE 4
#define WITH_COLON (1u << 16)

enum { END_LABEL, ANY_LABEL, NUMBER_LABEL = 3, CAPITAL_LABEL = 5 };
enum { LINE_ROOT, ANYWHERE_ROOT, END_ROOT, CUE_ROOT, GLUE_ROOT };
enum { LINE_SCOPE, SENTENCE_SCOPE, START_SCOPE };          /* the first of those in cleaner/phrase.py */
enum { CATEGORY, SCOPE, MOST_WORDS, WEAK };                /* the numbers of a rule */

/* A list of numbers that grows. */
typedef struct {
    uint32_t *all, few[FEW];
    Py_ssize_t count, room;
} List;

static void list_begin(List *list)
{
    list->all = list->few;
    list->count = 0;
    list->room = FEW;
}

static void list_end(List *list)
{
    if (list->all != list->few)
        PyMem_Free(list->all);
}

/* Puts a number in at a place; 0 when there is no room. */
static int insert(List *list, Py_ssize_t place, uint32_t number)
{
    if (list->count == list->room) {
        uint32_t *more = PyMem_Malloc(2 * (size_t)list->room * sizeof(uint32_t));
        if (more == NULL) {
            PyErr_NoMemory();
            return 0;
        }
        memcpy(more, list->all, (size_t)list->count * sizeof(uint32_t));
        list_end(list);
        list->all = more;
        list->room *= 2;
    }
    memmove(list->all + place + 1, list->all + place, (size_t)(list->count - place) * sizeof(uint32_t));
    list->all[place] = number;
    list->count++;
    return 1;
}

static void capsule_free(PyObject *capsule)
{
    Table *table = PyCapsule_GetPointer(capsule, NAME);
    Py_DECREF(table->bytes);
    Py_DECREF(table->tellers);
    PyMem_Free(table);
}

/* phrases(data, tellers): a table made ready for `phrase_in` and `cues_in`, as it lies; and the words, case folded, in
   whose company a phrase may close a text that goes on to a full stop. */
PyObject *native_phrases(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyBytes_CheckExact(args[0]) || !PyTuple_CheckExact(args[1]))
        return PyErr_Format(PyExc_TypeError, "phrases() takes bytes and a tuple");
    PyObject *data = args[0];
    const unsigned char *bytes = (const unsigned char *)PyBytes_AS_STRING(data);
    uint64_t length = (uint64_t)PyBytes_GET_SIZE(data), at = MARK_SIZE + 4 * COUNTS;
    if (length < at || memcmp(bytes, MARK, MARK_SIZE) != 0)
        return PyErr_Format(PyExc_ValueError, "not a phrase table");
    Table *table = PyMem_Calloc(1, sizeof(Table));
    if (table == NULL)
        return PyErr_NoMemory();
    const unsigned char *head = bytes + MARK_SIZE;
    table->states = number_at(head, 0);
    table->edge_count = number_at(head, 1);
    table->words = number_at(head, 2);
    table->fact_count = number_at(head, 3);
    table->slot_count = number_at(head, 4);
    table->rule_count = number_at(head, 5);
    table->size = number_at(head, 6);
    for (uint32_t root = 0; root < 5; root++)
        table->roots[root] = number_at(head, 7 + root);
    const unsigned char **parts[] = {&table->starts, &table->edges, &table->spans, &table->facts_at,
                                     &table->facts, &table->slots, &table->rules, &table->pairs};
    uint64_t sizes[] = {table->states + (uint64_t)1, table->edge_count, table->words + (uint64_t)1,
                        table->words + (uint64_t)1, table->fact_count, table->slot_count,
                        RULE * (uint64_t)table->rule_count, 2 * PAIRS / 32};
    for (int part = 0; part < 8; part++) {
        *parts[part] = bytes + at;
        at += 4 * sizes[part];
        if (at > length)
            break;
    }
    table->text = bytes + at;
    PyObject *capsule = NULL;
    if (at + table->size > length || table->slot_count & (table->slot_count - 1))
        PyErr_SetString(PyExc_ValueError, "a phrase table is cut short");
    else
        capsule = PyCapsule_New(table, NAME, capsule_free);
    if (capsule == NULL)
        PyMem_Free(table);
    else {
        table->bytes = Py_NewRef(data);
        table->tellers = Py_NewRef(args[1]);
    }
    return capsule;
}

/* The labels that a word fits: the wildcards, itself, its word lists. */
static int labels_of(const Table *table, const Word *word, List *labels)
{
    int fine = insert(labels, 0, ANY_LABEL);
    if (word->capital || word->decimal)
        fine = fine && insert(labels, labels->count, word->capital ? CAPITAL_LABEL : NUMBER_LABEL);
    for (Py_ssize_t wild = labels->count; word->colon && wild-- > 0;)
        fine = fine && insert(labels, labels->count, labels->all[wild] + 1);
    if (word->number == NO_WORD)
        return fine;
    uint32_t at = number_at(table->facts_at, word->number) + 1, end = number_at(table->facts_at, word->number + 1);
    for (; fine && at < end && end <= table->fact_count; at++) {
        uint32_t label = number_at(table->facts, at);
        if (label < WITH_COLON || word->colon)
            fine = insert(labels, labels->count, label & (WITH_COLON - 1));
    }
    return fine;
}

/* Where the edges of a state begin and end; none where the table is broken. */
static void edges_of(const Table *table, uint32_t state, uint32_t *first, uint32_t *last)
{
    *first = *last = 0;
    if (state < table->states) {
        uint32_t end = number_at(table->starts, state + 1);
        *first = number_at(table->starts, state);
        *last = end <= table->edge_count ? end : *first;
    }
}

/* Adds the states that a label leads to from a state. */
static int follow(const Table *table, uint32_t first, uint32_t last, uint32_t label, List *following)
{
    uint32_t wanted = label << 16, end = last;
    while (first < end) {
        uint32_t middle = first + (end - first) / 2;
        if (number_at(table->edges, middle) < wanted)
            first = middle + 1;
        else
            end = middle;
    }
    for (; first < last; first++) {
        uint32_t edge = number_at(table->edges, first);
        if (edge >> 16 != label)
            break;
        Py_ssize_t known = 0;
        while (known < following->count && following->all[known] != (edge & 0xffff))
            known++;
        if (known == following->count && !insert(following, known, edge & 0xffff))
            return 0;
    }
    return 1;
}

/* Adds the rules that a phrase ending in a state fulfils, in order, each once; those before `from` are of another end. */
static int fulfil(const Table *table, uint32_t state, List *rules, Py_ssize_t from)
{
    uint32_t at, last;
    edges_of(table, state, &at, &last);
    for (; at < last; at++) {
        uint32_t edge = number_at(table->edges, at);
        if (edge >> 16 != END_LABEL)
            break;
        if (edge >= table->rule_count)
            continue;
        Py_ssize_t place = from;
        while (place < rules->count && rules->all[place] < edge)
            place++;
        if ((place == rules->count || rules->all[place] != edge) && !insert(rules, place, edge))
            return 0;
    }
    return 1;
}

/* The phrases that begin at a word: the rules that they fulfil, and the word after each. 0 when that fails. */
static int phrases(Text *text, Py_ssize_t at, int root, List *rules, List *ends)
{
    const Table *table = text->table;
    List lists[3], *states = &lists[0], *following = &lists[1], *labels = &lists[2];
    for (int each = 0; each < 3; each++)
        list_begin(&lists[each]);
    int fine = insert(states, 0, table->roots[root]);
    for (; fine && states->count && text_has(text, at); at++) {
        labels->count = following->count = 0;
        fine = labels_of(table, &text->all[at], labels);
        for (Py_ssize_t each = 0; fine && each < states->count; each++) {
            uint32_t first, last;
            edges_of(table, states->all[each], &first, &last);
            for (Py_ssize_t label = 0; fine && label < labels->count; label++)
                fine = follow(table, first, last, labels->all[label], following);
        }
        Py_ssize_t before = rules->count;
        for (Py_ssize_t each = 0; fine && each < following->count; each++)
            fine = fulfil(table, following->all[each], rules, before);
        while (fine && ends->count < rules->count)
            fine = insert(ends, ends->count, (uint32_t)at + 1);
        List *done = states;
        states = following;
        following = done;
    }
    for (int each = 0; each < 3; each++)
        list_end(&lists[each]);
    return fine && !text->failed;
}

static uint32_t said_by(const Table *table, uint32_t rule, int what)
{
    return number_at(table->rules, RULE * rule + (uint32_t)what);
}

static int is_word_character(Py_UCS4 c)
{
    return c == '_' || is_alnum(c);
}

/* Whether a sentence or a field of the line ends between two neighbouring words, as `parted` says. */
static int parted(const Text *text, Py_ssize_t before)
{
    const Word *word = &text->all[before], *after = word + 1;
    if (word->end == after->start)
        return after->capital;
    for (Py_ssize_t place = word->end; place <= after->start; place++) {
        Py_UCS4 c = raw(text, place), next = place < after->start ? raw(text, place + 1) : 0;
        switch (c) {
        case '.': case '!': case '?': case 0x2026:
            if (place < after->start && (!is_word_character(next) || next - 'A' < 26u ||
                                         (next >= 0xc0 && next <= 0xde && next != 0xd7)))
                return 1;
            break;
        case 0x3002: case 0xff01: case 0xff1f: case '\n': case '|': case 0x2022: case 0xb7:
            return 1;
        case '-': case 0x2013: case 0x2014: case '/': case '>': case 0x203a: case 0xbb:
            if (place > word->end && place < after->start && Py_UNICODE_ISSPACE(raw(text, place - 1)) &&
                Py_UNICODE_ISSPACE(next))
                return 1;
        }
    }
    return 0;
}

/* Phrases that follow each other from the beginning of a text: the first, and what the last one was. */
typedef struct {
    int known, started, weak, is_long;
    uint32_t rule, category;       /* of the first phrase; of the last one */
    Py_ssize_t start, end;         /* characters of the first phrase */
} Chain;

/* Whether a phrase may follow a chain: short ones of two kinds only where the text marks a border. */
static int may_join(const Text *text, const Chain *chain, uint32_t rule, Py_ssize_t at, Py_ssize_t end, int lenient)
{
    const Table *table = text->table;
    if (lenient && (said_by(table, rule, SCOPE) != LINE_SCOPE || said_by(table, rule, WEAK)))
        return 0;
    if (at == 0 || (chain->started && said_by(table, rule, CATEGORY) == chain->category) || chain->is_long ||
        end - at > 2)
        return 1;
    return parted(text, at - 1);
}

/* A chain with one more phrase; it is weak when one of them is. */
static Chain grown(const Text *text, const Chain *chain, uint32_t rule, Py_ssize_t at, Py_ssize_t end)
{
    Py_ssize_t start = text->all[at].start, stop = text->all[end - 1].end;
    int weak = said_by(text->table, rule, WEAK) != 0, spaces = 0;
    Chain more = *chain;
    if (!chain->started)
        more = (Chain){.known = 1, .started = 1, .rule = rule, .start = start, .end = stop};
    more.weak |= weak;
    more.category = said_by(text->table, rule, CATEGORY);
    for (Py_ssize_t place = start; place < stop; place++)
        spaces += raw(text, place) == ' ';
    more.is_long = spaces >= 2;
    return more;
}

static int is_better(const Chain *chain, const Chain *other)
{
    if (!other->known || chain->weak != other->weak)
        return !other->known || other->weak;
    return chain->end - chain->start > other->end - other->start;
}

/* Lets a text go on at a word after a chain, unless a better one leads there. */
static void arrive(Chain *reached, Py_ssize_t after, const Chain *chain)
{
    if (is_better(chain, &reached[after]))
        reached[after] = *chain;
}

/* Notes at which words the text may go on after a phrase. */
static void reach(const Text *text, Chain *reached, const Chain *chain, uint32_t rule, Py_ssize_t at, Py_ssize_t end)
{
    uint32_t scope = said_by(text->table, rule, SCOPE);
    Py_ssize_t total = text->count, most = (Py_ssize_t)said_by(text->table, rule, MOST_WORDS);
    if (scope == LINE_SCOPE)
        arrive(reached, end, chain);
    else if (scope == START_SCOPE && total - at <= most)
        arrive(reached, total, chain);
    for (Py_ssize_t after = end; scope == SENTENCE_SCOPE && after <= total && after <= at + most; after++) {
        if (after < total && !parted(text, after - 1))
            continue;
        arrive(reached, after, chain);
        if (!text->all[after - 1].is_short && text->all[after < total ? after : total - 1].capital)
            return; /* else perhaps an abbreviation: "the U.S. edition" */
    }
}

/* A phrase found: its rule, its characters. */
typedef struct {
    int known, weak;
    uint32_t rule;
    Py_ssize_t start, end;
} Match;

/* Whether a phrase may begin with the number that is a text's second word: where the first one's own goes on so. */
static int number_may_begin(Text *text)
{
    const Table *table = text->table;
    Word first = text->all[0];
    first.capital = !first.decimal;
    first.colon = 1;
    List lists[3], *labels = &lists[0], *states = &lists[1], *rules = &lists[2];
    for (int each = 0; each < 3; each++)
        list_begin(&lists[each]);
    uint32_t at, last;
    edges_of(table, table->roots[LINE_ROOT], &at, &last);
    int fine = labels_of(table, &first, labels), found = is_squashed(text, first.start, first.end);
    for (Py_ssize_t label = 0; fine && label < labels->count; label++)
        fine = follow(table, at, last, labels->all[label], states);
    for (Py_ssize_t each = 0; fine && !found && each < states->count; each++) {
        for (edges_of(table, states->all[each], &at, &last); at < last; at++) {
            uint32_t label = number_at(table->edges, at) >> 16;
            found |= label >= ANY_LABEL && label <= NUMBER_LABEL + 1;
        }
        fine = fulfil(table, states->all[each], rules, 0);
    }
    for (Py_ssize_t each = 0; fine && each < rules->count; each++)
        found |= said_by(table, rules->all[each], SCOPE) != LINE_SCOPE;
    for (int each = 0; each < 3; each++)
        list_end(&lists[each]);
    text->failed |= !fine;
    return found;
}

/* Goes on from one word that phrases lead to. */
static int go_on(Text *text, Chain *reached, Py_ssize_t at, int lenient)
{
    List rules, ends;
    list_begin(&rules);
    list_begin(&ends);
    Chain chain = reached[at];
    if (at == 1 && text->all[1].decimal && !number_may_begin(text))
        return !text->failed;
    int fine = phrases(text, at, LINE_ROOT, &rules, &ends);
    for (Py_ssize_t each = 0; fine && each < rules.count; each++) {
        Py_ssize_t end = (Py_ssize_t)ends.all[each];
        if (may_join(text, &chain, rules.all[each], at, end, lenient)) {
            Chain more = grown(text, &chain, rules.all[each], at, end);
            reach(text, reached, &more, rules.all[each], at, end);
        }
    }
    rules.count = ends.count = 0;
    fine = fine && (!at || !(text->all[at].bits & GLUE) || phrases(text, at, GLUE_ROOT, &rules, &ends));
    for (Py_ssize_t each = 0; fine && each < ends.count; each++)
        if (!reached[ends.all[each]].known)
            reached[ends.all[each]] = chain;
    list_end(&rules);
    list_end(&ends);
    return fine;
}

/* Whether a phrase begins as the text does. */
static int may_begin(Text *text)
{
    if (!text_has(text, 0) || !(text->all[0].decimal || text->all[0].bits & LINE))
        return 0;
    List rules, ends;
    list_begin(&rules);
    list_begin(&ends);
    int found = phrases(text, 0, LINE_ROOT, &rules, &ends) && rules.count;
    list_end(&rules);
    list_end(&ends);
    return found;
}

/* The first of the phrases that together account for all of a text. 0 when that fails. */
static int whole(Text *text, int lenient, Match *match)
{
    text_has(text, PY_SSIZE_T_MAX);
    Chain few[FEW], *reached = few;
    Py_ssize_t total = text->count;
    if (total >= FEW)
        reached = PyMem_Malloc((size_t)(total + 1) * sizeof(Chain));
    if (reached == NULL) {
        PyErr_NoMemory();
        return 0;
    }
    memset(reached, 0, (size_t)(total + 1) * sizeof(Chain));
    reached[0].known = 1;
    int fine = !text->failed;
    for (Py_ssize_t at = 0; fine && at < total; at++)
        if (reached[at].known)
            fine = go_on(text, reached, at, lenient);
    if (fine && reached[total].started)
        *match = (Match){1, reached[total].weak, reached[total].rule, reached[total].start, reached[total].end};
    if (reached != few)
        PyMem_Free(reached);
    return fine;
}

/* Whether a word begins the text or comes after a mark, such as a bracket. */
static int is_border(const Text *text, const Word *word)
{
    Py_ssize_t before = word->start;
    while (before > 0 && Py_UNICODE_ISSPACE(raw(text, before - 1)))
        before--;
    return before == 0 || !is_alnum(raw(text, before - 1));
}

/* Whether a word that tells of a phrase inside a text stands anywhere in it, be it within another word. */
static int is_told(Text *text)
{
    PyObject *tellers = text->table->tellers, *one = PyObject_CallMethod(text->string, "replace", "ss", "\xc4\xb0", "I");
    PyObject *two = one == NULL ? NULL : PyObject_CallMethod(one, "replace", "ss", "\xc4\xb1", "i");
    PyObject *folded = two == NULL ? NULL : PyObject_CallMethod(two, "casefold", NULL);
    int found = folded == NULL ? -1 : 0;
    for (Py_ssize_t each = 0; found == 0 && each < PyTuple_GET_SIZE(tellers); each++)
        found = PyUnicode_Contains(folded, PyTuple_GET_ITEM(tellers, each));
    Py_XDECREF(one);
    Py_XDECREF(two);
    Py_XDECREF(folded);
    text->failed |= found < 0;
    return found > 0;
}

/* Whether a phrase at a text's end counts: near it where the text closes without a full stop, else where it is told. */
static int may_close(Text *text, const Word *word, int closes)
{
    return (closes && text->length - word->start <= LONGEST_END) || is_told(text);
}

/* The first phrase inside a text, or at its end, that is enough to tell what the text is. 0 when that fails. */
static int inside(Text *text, int closes, Match *match)
{
    int fine = 1;
    for (int root = ANYWHERE_ROOT; root <= END_ROOT; root++)
        for (Py_ssize_t at = 0; fine && text_has(text, at); at++) {
            const Word *word = &text->all[at];
            if (!(word->bits & 1 << root) || (root == END_ROOT && !is_border(text, word)))
                continue;
            List rules, ends;
            list_begin(&rules);
            list_begin(&ends);
            fine = phrases(text, at, root, &rules, &ends);
            if (rules.count)
                text_has(text, PY_SSIZE_T_MAX); /* the rules ask how many words there are */
            for (Py_ssize_t each = 0; fine && !match->known && each < rules.count; each++) {
                uint32_t rule = rules.all[each];
                Py_ssize_t end = (Py_ssize_t)ends.all[each];
                if (text->count <= (Py_ssize_t)said_by(text->table, rule, MOST_WORDS) &&
                    (root == ANYWHERE_ROOT || (end == text->count && may_close(text, &text->all[at], closes))))
                    *match = (Match){1, said_by(text->table, rule, WEAK) != 0, rule, text->all[at].start,
                                     text->all[end - 1].end};
            }
            list_end(&rules);
            list_end(&ends);
            if (match->known)
                return !text->failed;
        }
    return fine && !text->failed;
}

/* Whether a text closes without a full stop, as credits do. */
static int is_closed(const Text *text)
{
    Py_UCS4 last = text->length ? raw(text, text->length - 1) : 0;
    return is_alnum(last) || last == ')' || last == ']' || last == 0xbb || last == '*';
}

static int look_up(Text *text, int lenient, Match *match)
{
    Match part = {0};
    int fine = !may_begin(text) || whole(text, lenient, match);
    if (!fine || text->failed)
        return 0;
    if ((match->known && !match->weak) || lenient || text->length > LONGEST_INSIDE ||
        PyUnicode_FindChar(text->string, '\n', 0, text->length, 1) >= 0)
        return 1;
    if (!may_hold(text))
        return !text->failed;
    fine = inside(text, is_closed(text), &part);
    if (part.known && (!match->known || !part.weak))
        *match = part;
    return fine;
}

/* phrase_in(table, text, lenient): the rule, the beginning and end, and whether weak, of the best phrase; or None. */
PyObject *native_phrase_in(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 3 || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "phrase_in() takes a table, a text and a truth value");
    const Table *table = PyCapsule_GetPointer(args[0], NAME);
    if (table == NULL)
        return NULL;
    Text text;
    Match match = {0};
    text_begin(&text, table, args[1]);
    int fine = look_up(&text, args[2] == Py_True, &match);
    text_end(&text);
    if (!fine || PyErr_Occurred())
        return NULL;
    if (!match.known)
        Py_RETURN_NONE;
    return Py_BuildValue("(InnO)", match.rule, match.start, match.end, match.weak ? Py_True : Py_False);
}

/* cues_in(table, text): the rule, the beginning and the end of each cue in a text. */
PyObject *native_cues_in(PyObject *self, PyObject *const *args, Py_ssize_t count)
{
    if (count != 2 || !PyUnicode_Check(args[1]))
        return PyErr_Format(PyExc_TypeError, "cues_in() takes a table and a text");
    const Table *table = PyCapsule_GetPointer(args[0], NAME);
    PyObject *found = table == NULL ? NULL : PyList_New(0);
    if (found == NULL)
        return NULL;
    Text text;
    List rules, ends;
    text_begin(&text, table, args[1]);
    list_begin(&rules);
    list_begin(&ends);
    int fine = 1;
    for (Py_ssize_t at = 0; fine && text_has(&text, at); at++) {
        if (!text.all[at].capital && !text.all[at].decimal && !(text.all[at].bits & CUE))
            continue;
        rules.count = ends.count = 0;
        fine = phrases(&text, at, CUE_ROOT, &rules, &ends);
        for (Py_ssize_t each = 0; fine && each < rules.count; each++) {
            PyObject *cue = Py_BuildValue("(Inn)", rules.all[each], text.all[at].start, text.all[ends.all[each] - 1].end);
            fine = cue != NULL && PyList_Append(found, cue) == 0;
            Py_XDECREF(cue);
        }
    }
    list_end(&rules);
    list_end(&ends);
    text_end(&text);
    if (!fine || PyErr_Occurred())
        Py_CLEAR(found);
    return found;
}
