// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/provider.h"
#include "truth/knowledge.h"

namespace crema::flows {

/// The local directory: the people in contacts and the bundled sample people. Needs no network and no key.
class LocalProvider final : public find::Provider
{
public:
    /// `knowledge` outlives the provider and the searches it started.
    LocalProvider(QString databasePath, const truth::DirectoryKnowledge &knowledge);

    [[nodiscard]] QString name() const override;
    [[nodiscard]] Task<Result<find::FindAnswer>> find(Criteria criteria, std::stop_token stop) override;

private:
    QString m_databasePath;
    const truth::DirectoryKnowledge &m_knowledge;
};

} // namespace crema::flows
