// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/profileflow.h"

#include "base/text.h"
#include "contacts/identity.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace crema::flows {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("flows", words);
}

/// What the model itself cannot tell: which address is a profile.
Result<> checkLinkedin(const QString &field, const QString &value)
{
    if (field == "linkedinUrl"_L1 && !cleanLine(value).isEmpty()
        && contacts::linkedinSlug(cleanLine(value)).isEmpty()) {
        return failure(ErrorKind::rejectedInput,
                       tr("\"%1\" is not the address of a LinkedIn profile such as linkedin.com/in/name.")
                               .arg(cleanLine(value)));
    }
    return {};
}

} // namespace

void putProfile(store::Operation &operation, const Services &services, const Profile &before,
                const Profile &after)
{
    if (const auto stored = services.reader.record(Kind::profile, profileId());
        stored && stored->state != "live"_L1) {
        // Its creation was undone: what is left in the trash is not what the user sees and edits.
        operation.setState(Kind::profile, profileId(), u"live"_s);
        operation.patch(Kind::profile, profileId(), stored->body, toBody(after));
    } else if (stored) {
        operation.patch(Kind::profile, profileId(), toBody(before), toBody(after));
    } else {
        operation.create(Kind::profile, profileId(), toBody(after));
    }
}

Task<Result<Profile>> setProfile(Services *services, FieldValues values)
{
    const auto before = services->reader.profile();
    if (!before) {
        co_return before;
    }
    Profile after = *before;
    for (const auto &[field, value] : values) {
        const auto checked = checkLinkedin(field, value);
        const auto set = checked ? setProfileField(after, field, value) : checked;
        if (!set) {
            co_return std::unexpected(set.error());
        }
    }
    co_return co_await saveProfile(services, *before, after);
}

Task<Result<Profile>> saveProfile(Services *services, Profile before, Profile after)
{
    // A list the user changed is theirs: reading a resume again leaves it alone.
    const Source hand;
    if (after.companies != before.companies) {
        after.sources.insert(u"companies"_s, hand);
    }
    if (after.experience != before.experience) {
        after.sources.insert(u"experience"_s, hand);
    }
    store::Operation operation;
    operation.label = tr("Edit profile");
    putProfile(operation, *services, before, after);
    const auto applied = co_await services->store.apply(std::move(operation));
    if (!applied) {
        co_return std::unexpected(applied.error());
    }
    co_return services->reader.profile().value_or(after);
}

} // namespace crema::flows
