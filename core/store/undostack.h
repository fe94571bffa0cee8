// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace crema::store {

// The undo stack is the operation table itself: these say what is on top, for the write door and for readers.
// Each gives seq, id and label. What is older than pruned history is not reached by stepping back.

inline constexpr const char *nextUndo =
        "SELECT seq, id, label FROM operation WHERE reverts IS NULL AND undone=0 AND pruned=0 "
        "AND origin IN ('user','job','import') AND seq NOT IN (SELECT op FROM staging) "
        "AND seq > (SELECT coalesce(max(seq),0) FROM operation WHERE pruned=1) ORDER BY seq DESC LIMIT 1";

inline constexpr const char *nextRedo =
        "SELECT seq, id, label FROM operation o WHERE undone>0 AND pruned=0 AND NOT EXISTS(SELECT 1 FROM "
        "operation n WHERE n.seq > o.undone AND n.reverts IS NULL AND n.origin IN ('user','job','import') "
        "AND n.seq NOT IN (SELECT op FROM staging)) ORDER BY undone DESC LIMIT 1";

inline constexpr const char *undoById =
        "SELECT seq, id, label FROM operation WHERE id=?1 AND reverts IS NULL AND undone=0 AND pruned=0 "
        "AND origin IN ('user','job','import') AND seq NOT IN (SELECT op FROM staging)";

} // namespace crema::store
