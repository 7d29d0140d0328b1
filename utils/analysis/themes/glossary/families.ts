/**
 * Concepts that tell of one trouble in different words: who says "hacked", who "password" and who "a code I did not ask
 * for" speak of one thing. A concept may be in several families.
 */
export const FAMILIES: Record<string, string> = {
  breakdown: 'down not_working error bug crash_app slow server connection rollback data_loss sync restored maintenance',
  security: 'hacked leak phishing scam password verification_code account_locked login privacy crime_theft',
  deceit: 'phishing scam fake_discount review_fake contest spam_flood',
  billing: 'charged invoice payment bank refund compensation gift_card',
  cost: 'price_rise expensive price shrinking fake_discount paywall',
  delivery: 'parcel not_arrived delay missing_parts order',
  wrong_goods: 'wrong_item damaged missing_parts return_item warranty clothing_size',
  leaving: 'leaving cancel_order subscription contract',
  harm: 'overheating fire allergy_skin food_poisoning recall_product illness explosion',
  taste: 'recipe_change food_poisoning coffee restaurant_food',
  anger: 'boycott disappointed protest lawsuit rude_staff discrimination',
  labour: 'strike workers layoffs hiring',
  company: 'acquisition layoffs bankrupt closing rumour logo',
  fun: 'meme song_jingle ad_campaign influencer',
  praise: 'praise_service love_it thanks_team',
  service: 'support no_answer waiting phone_call chatbot technician rude_staff',
  scarcity: 'stock ticket_sale',
  comfort: 'dark_mode redesign accessibility screen',
};
